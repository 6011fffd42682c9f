using AuditDashboard.Foundation;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Local dates and hours of the organization's zone.</summary>
internal sealed class SalonDates(SalonClock clock)
{
    /// <summary>Day number (<see cref="DateOnly.DayNumber"/>) and hour 0–23.</summary>
    public (int Day, int Hour) Of(DateTimeOffset moment)
    {
        var local = clock.Local(moment).DateTime;
        return (DateOnly.FromDateTime(local).DayNumber, local.Hour);
    }
}
