namespace AuditDashboard.Channels.Health;

/// <summary>How a way in fares. Moments are UTC.</summary>
/// <param name="CanProbe">Its service can be asked.</param>
/// <param name="NeedsToken">It could be, if the owner entered its token.</param>
/// <param name="Probe">What the last probe found; null before the first.</param>
/// <param name="Flows">Of its channels, the busiest first.</param>
public sealed record ConnectionHealth(bool CanProbe, bool NeedsToken, ConnectionHealth.Probed? Probe, IReadOnlyList<ConnectionHealth.Flow> Flows)
{
    public static readonly ConnectionHealth Unknown = new(false, false, null, []);

    public bool IsSilent => Flows.Any(flow => flow.SilentSince is not null);

    public bool IsBroken => Probe is { IsGood: false, IsMild: false };

    /// <param name="IsMild">A warning, and no outage.</param>
    /// <param name="Code">A word of <see cref="HealthText"/>.</param>
    /// <param name="Detail">The service's own words.</param>
    /// <param name="Pending">Events it holds back.</param>
    public sealed record Probed(string Code, bool IsGood, bool IsMild, string? Detail, long? Pending, DateTimeOffset At, DateTimeOffset Since, DateTimeOffset? LastGoodAt);

    /// <param name="Channel">Empty where none is named.</param>
    /// <param name="Day">Sessions that began in the last 24 hours.</param>
    /// <param name="UsualDay">As many as usually do; null while too little is known (K17: fewer than three weeks).</param>
    public sealed record Flow(string Channel, int Day, double? UsualDay, DateTimeOffset LastAt, DateTimeOffset? SilentSince, double? SilentExpected);
}
