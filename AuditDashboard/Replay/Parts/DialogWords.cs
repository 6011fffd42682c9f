using System.Globalization;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Replay.Parts;

/// <summary>Moments, waits and sums of one dialog in the viewer's language and the zone of the dialog's branch.</summary>
public sealed class DialogWords(IStringLocalizer<ReplayText> text, SalonClock clock)
{
    public LocalizedString this[string key] => text[key];

    public LocalizedString this[string key, params object[] arguments] => text[key, arguments];

    /// <summary><c>18:02:10</c></summary>
    public string Clock(DateTimeOffset moment) => Dates.TimeWithSeconds(clock, moment);

    /// <summary><c>18:02</c></summary>
    public string Minute(DateTimeOffset moment) => Dates.Time(clock, moment);

    /// <summary><c>18:02:10.4</c></summary>
    public string Exact(DateTimeOffset moment) => clock.Local(moment).ToString("HH:mm:ss.f", CultureInfo.InvariantCulture);

    /// <summary><c>20 ноября, четверг</c></summary>
    public string Day(DateTimeOffset moment) => Dates.DayWithWeekday(clock.DateOf(moment));

    /// <summary><c>сб 22 ноя, 14:15</c></summary>
    public string Visit(DateTimeOffset moment) =>
        $"{clock.Local(moment).ToString("ddd", CultureInfo.CurrentCulture)} {Dates.Day(clock.DateOf(moment))}, {Minute(moment)}";

    public DateOnly Date(DateTimeOffset moment) => clock.DateOf(moment);

    /// <summary><c>20 ноября</c>, <c>20–21 ноября</c>, <c>30 ноя – 1 дек</c></summary>
    public string Range(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (clock.DateOf(from), clock.DateOf(to));
        var end = last.ToString("d MMMM", CultureInfo.CurrentCulture);
        return (first == last, first.Month == last.Month && first.Year == last.Year) switch
        {
            (true, _) => end,
            (_, true) => $"{first.Day}–{end}",
            _ => Dates.Range(first, last),
        };
    }

    /// <summary><c>1,6 с</c>; from a minute on <c>2 мин</c>.</summary>
    public static string Wait(long milliseconds) =>
        milliseconds < 60_000 ? Formats.Seconds(milliseconds) : Formats.Duration(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary><c>4 800 ₽</c>; another currency keeps its code.</summary>
    public static string Money(long kopecks, string? currency) => currency is null or "RUB"
        ? Formats.Money(kopecks)
        : Formats.Money(kopecks).Replace("₽", currency, StringComparison.Ordinal);

    /// <summary><c>0,51</c></summary>
    public static string Confidence(double confidence) => Formats.Number(confidence, 2);
}
