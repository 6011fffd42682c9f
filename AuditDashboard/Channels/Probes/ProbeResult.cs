namespace AuditDashboard.Channels.Probes;

/// <summary>What a probe found. Codes are words of <c>HealthText</c>, as <c>HealthWords</c> finds them.</summary>
/// <param name="Detail">The service's own words, without tokens; null where there are none.</param>
/// <param name="Pending">Events the service holds back for us; null where it does not say.</param>
internal sealed record ProbeResult(string Code, string? Detail = null, long? Pending = null)
{
    public static readonly string Ok = "ok";

    /// <summary>The subscription had gone and was made anew: something was lost before, nothing is now.</summary>
    public static readonly string Resubscribed = "resubscribed";

    // What may pass by itself: it is told only when it was found twice.
    private static readonly HashSet<string> Passing = ["timeout", "unreachable", "down", "odd", "limited", "webhook-failing", "state-starting", "webhook-waiting"];

    public bool IsGood => Code == Ok || Code == Resubscribed;

    /// <summary>The connection stands or will stand again: a warning, and no outage.</summary>
    public bool IsMild => MayPass || Code == "state-warned";

    public bool MayPass => Passing.Contains(Code);
}
