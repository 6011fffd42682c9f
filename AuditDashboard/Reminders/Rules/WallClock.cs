using System.Globalization;

namespace AuditDashboard.Reminders.Rules;

/// <summary>Moments by the clock in a branch. Reminders are counted on that clock: "a day before" is the same hour, whatever the zone does in between.</summary>
internal static class WallClock
{
    /// <summary>The moment a clock shows this; a time that is skipped is the first that exists after it, one shown twice the earlier.</summary>
    public static DateTimeOffset MomentOf(DateTime wall, TimeZoneInfo zone)
    {
        var shown = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        while (true)
        {
            // Asked of the moments themselves: of a change that is no summer time the framework does not say that an hour is missing.
            TimeSpan[] offsets = [zone.GetUtcOffset(shown.AddDays(-1)), zone.GetUtcOffset(shown), zone.GetUtcOffset(shown.AddDays(1))];
            foreach (var offset in offsets.OrderDescending())
            {
                var moment = new DateTimeOffset(shown, offset).ToUniversalTime();
                if (Of(moment, zone) == shown)
                {
                    return moment;
                }
            }

            shown = shown.Date.AddMinutes(((int)shown.TimeOfDay.TotalMinutes / 15 * 15) + 15);
        }
    }

    public static DateTime Of(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    public static DateTime Parse(string wall) => DateTime.ParseExact(wall, "s", CultureInfo.InvariantCulture);
}
