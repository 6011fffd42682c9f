using System.Globalization;

namespace AuditDashboard.Ui;

/// <summary>Numbers, durations and money in the viewer's culture. Units hang on a no-break space.</summary>
public static class Formats
{
    public const string Absent = "—";
    private const char Space = '\u00A0';

    /// <summary><c>1 073</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A decimal with exactly <paramref name="digits"/> places.</summary>
    public static string Number(double value, int digits) => value.ToString($"N{digits}", CultureInfo.CurrentCulture);

    /// <summary>A fraction 0..1 as percents without the sign: <c>38,4</c>.</summary>
    public static string Percents(double share, int digits = 1) => Number(share * 100, digits);

    /// <summary>A fraction 0..1 as <c>38,4 %</c> (English: <c>38.4%</c>); null as a dash.</summary>
    public static string Percent(double? share, int digits = 1) =>
        share is { } value ? UiWords.Get("PercentFormat", Percents(value, digits)) : Absent;

    /// <summary>The distance of two shares, a fraction: <c>3,1 п. п.</c> (English: <c>3.1 pp</c>), without a sign.</summary>
    public static string Points(double difference) => Percents(Math.Abs(difference)) + Space + UiWords.Get("UnitPoints");

    /// <summary>Milliseconds as <c>1,8 с</c>; null as a dash.</summary>
    public static string Seconds(long? milliseconds) =>
        milliseconds is { } value ? SecondsNumber(value) + Space + SecondsUnit : Absent;

    /// <summary>Milliseconds as seconds without the unit: <c>1,8</c>.</summary>
    public static string SecondsNumber(long milliseconds) => Number(milliseconds / 1000d, 1);

    public static string SecondsUnit => UiWords.Get("UnitSeconds");

    /// <summary><c>45 с</c>, <c>7 мин</c>, <c>1 ч 12 мин</c>, <c>3 дн 4 ч</c>: the two largest units, the second only when not zero.</summary>
    public static string Duration(TimeSpan span)
    {
        var length = span.Duration();
        var units = length switch
        {
            { TotalMinutes: < 1 } => [(length.Seconds, "UnitSeconds")],
            { TotalHours: < 1 } => [(length.Minutes, "UnitMinutes")],
            { TotalDays: < 1 } => [(length.Hours, "UnitHours"), (length.Minutes, "UnitMinutes")],
            _ => new[] { (length.Days, "UnitDays"), (length.Hours, "UnitHours") },
        };
        return string.Join(' ', units
            .Where((unit, index) => index == 0 || unit.Item1 > 0)
            .Select(unit => Count(unit.Item1) + Space + UiWords.Get(unit.Item2)));
    }

    /// <summary>Kopecks as <c>4 800 ₽</c>; kopecks only where there are any.</summary>
    public static string Money(long kopecks) => Number(kopecks / 100d, kopecks % 100 == 0 ? 0 : 2) + Space + '₽';
}
