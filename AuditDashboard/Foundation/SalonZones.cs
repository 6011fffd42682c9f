namespace AuditDashboard.Foundation;

/// <summary>Zones of the organization and of the branches that have their own. Read once, at the first use; a changed zone takes effect at the next start.</summary>
/// <param name="branches">By branch code.</param>
public sealed class SalonZones(SalonClock clock, Func<IReadOnlyDictionary<string, TimeZoneInfo>> branches)
{
    private readonly Lazy<IReadOnlyDictionary<string, TimeZoneInfo>> _branches = new(branches);

    public TimeZoneInfo Organization => clock.Zone;

    public IReadOnlyDictionary<string, TimeZoneInfo> Branches => _branches.Value;
}
