namespace AuditDashboard.Conversations.Story;

/// <summary>Working time of every day, local; outside it the clock stands still (kpi-notes.md section 9).</summary>
/// <param name="Closes">Exclusive, later the same day than <paramref name="Opens"/>.</param>
internal sealed record WorkingHours(TimeOnly Opens, TimeOnly Closes)
{
    public static readonly WorkingHours Default = new(new TimeOnly(10, 0), new TimeOnly(21, 0));

    /// <summary>The last moment (UTC) at which no more than <paramref name="work"/> of working time has passed since <paramref name="from"/>.</summary>
    public DateTimeOffset Deadline(DateTimeOffset from, TimeSpan work, TimeZoneInfo zone)
    {
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime); ; day = day.AddDays(1))
        {
            var opens = Moment(day, Opens, zone);
            var begins = from > opens ? from : opens;
            var left = Moment(day, Closes, zone) - begins;
            if (left > work)
            {
                return (begins + work).ToUniversalTime();
            }

            work -= left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The working time between two moments.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var worked = TimeSpan.Zero;
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(to, zone).DateTime);
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime); day <= last; day = day.AddDays(1))
        {
            var (opens, closes) = (Moment(day, Opens, zone), Moment(day, Closes, zone));
            var own = (to < closes ? to : closes) - (from > opens ? from : opens);
            worked += own > TimeSpan.Zero ? own : TimeSpan.Zero;
        }

        return worked;
    }

    /// <summary>Whether the salon works at this moment.</summary>
    public bool Include(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        return local >= Opens && local < Closes;
    }

    private static DateTimeOffset Moment(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
