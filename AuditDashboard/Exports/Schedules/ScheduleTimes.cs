using AuditDashboard.Foundation;

namespace AuditDashboard.Exports.Schedules;

/// <summary>When a schedule is due, and for which days, in the salon's zone.</summary>
internal static class ScheduleTimes
{
    /// <summary>The first moment after <paramref name="after"/> at that hour (of that weekday); where the clocks skip the hour, the one that follows.</summary>
    public static DateTimeOffset Next(SalonClock clock, DayOfWeek? weekday, int hour, DateTimeOffset after)
    {
        var date = clock.DateOf(after);
        while (true)
        {
            if (weekday is null || date.DayOfWeek == weekday)
            {
                var due = AtHour(clock, date, hour);
                if (due > after)
                {
                    return due;
                }
            }

            date = date.AddDays(1);
        }
    }

    /// <summary>The whole days before the one on which it is due: one, or seven.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Period(SalonClock clock, DayOfWeek? weekday, DateTimeOffset due)
    {
        var date = clock.DateOf(due);
        return (clock.StartOf(date.AddDays(weekday is null ? -1 : -7)), clock.StartOf(date));
    }

    private static DateTimeOffset AtHour(SalonClock clock, DateOnly date, int hour)
    {
        var local = date.ToDateTime(new TimeOnly(hour, 0));
        if (clock.Zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, clock.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
