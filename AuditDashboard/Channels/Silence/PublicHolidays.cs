using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Silence;

/// <summary>Days off of the Russian Labour Code, article 112: many salons are closed, so that silence means nothing. Transferred days are not known here.</summary>
internal static class PublicHolidays
{
    public static bool Contains(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, <= 8) => true,
        (2, 23) or (3, 8) or (5, 1) or (5, 9) or (6, 12) or (11, 4) => true,
        _ => false,
    };

    /// <param name="hour">UTC hours since 1970; its date is the salon's.</param>
    public static bool ContainsHour(SalonClock clock, long hour) => Contains(clock.DateOf(DateTimeOffset.FromUnixTimeSeconds(hour * 3600)));
}
