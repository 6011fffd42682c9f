using System.Globalization;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ui;

/// <summary>Dates and moments in words. Moments are given in UTC and shown in the salon's zone.</summary>
public static class Dates
{
    private const char Space = '\u00A0';

    /// <summary><c>22 ноя</c>.</summary>
    public static string Day(DateOnly date) => $"{date.Day}{Space}{UiWords.Get("ShortMonths").Split(' ')[date.Month - 1]}";

    /// <summary><c>22 ноября, суббота</c>.</summary>
    public static string DayWithWeekday(DateOnly date) =>
        date.ToString("d MMMM, dddd", CultureInfo.CurrentCulture).Replace($"{date.Day} ", $"{date.Day}{Space}", StringComparison.Ordinal);

    /// <summary><c>24 окт – 22 ноя</c>; one day alone. Both ends are inclusive; the years show when they differ.</summary>
    public static string Range(DateOnly first, DateOnly last)
    {
        if (first == last)
        {
            return Day(first);
        }

        return first.Year == last.Year
            ? $"{Day(first)} – {Day(last)}"
            : $"{Day(first)} {first.Year} – {Day(last)} {last.Year}";
    }

    /// <summary><c>18:02</c>.</summary>
    public static string Time(SalonClock clock, DateTimeOffset moment) => clock.Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>18:02:10</c>, for the replay.</summary>
    public static string TimeWithSeconds(SalonClock clock, DateTimeOffset moment) =>
        clock.Local(moment).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>«только что», «3 мин назад» up to an hour, «сегодня, 12:54», «вчера, 12:54», then <c>20 ноя, 12:54</c>, with the year when it is not this one.</summary>
    public static string Ago(SalonClock clock, DateTimeOffset moment)
    {
        var passed = clock.Now - moment;
        if (passed.Duration() < TimeSpan.FromMinutes(1))
        {
            return UiWords.Get("JustNow");
        }

        if (passed > TimeSpan.Zero && passed < TimeSpan.FromHours(1))
        {
            return UiWords.Get("MinutesAgo", passed.Minutes);
        }

        var (date, today) = (clock.DateOf(moment), clock.Today);
        var day = (today.DayNumber - date.DayNumber) switch
        {
            0 => UiWords.Get("Today"),
            1 => UiWords.Get("Yesterday"),
            _ => date.Year == today.Year ? Day(date) : $"{Day(date)} {date.Year}",
        };
        return $"{day}, {Time(clock, moment)}";
    }
}
