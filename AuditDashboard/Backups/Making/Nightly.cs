using AuditDashboard.Foundation;

namespace AuditDashboard.Backups.Making;

/// <summary>A time of day in the salon's zone, as moments.</summary>
internal static class Nightly
{
    /// <summary>The last time it was that time; where a zone change skips it, the moment it would have been.</summary>
    public static DateTimeOffset Last(SalonClock clock, TimeOnly at)
    {
        var today = MomentOf(clock, clock.Today, at);
        return today <= clock.Now ? today : MomentOf(clock, clock.Today.AddDays(-1), at);
    }

    public static DateTimeOffset Next(SalonClock clock, TimeOnly at)
    {
        var today = MomentOf(clock, clock.Today, at);
        return today > clock.Now ? today : MomentOf(clock, clock.Today.AddDays(1), at);
    }

    private static DateTimeOffset MomentOf(SalonClock clock, DateOnly date, TimeOnly at)
    {
        var local = date.ToDateTime(at);
        return new DateTimeOffset(local, clock.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
