using System.Globalization;

namespace AuditDashboard.Ui;

/// <summary>The days a page looks at, as its address says: <c>?period=day|week|month</c>, or <c>?from=2026-10-24&amp;to=2026-11-22</c> (both inclusive).</summary>
/// <param name="First">First local date of the salon; <paramref name="Last"/> is inclusive.</param>
/// <param name="Preset">day | week | month, or null for a range of its own.</param>
public sealed record Period(DateOnly First, DateOnly Last, string? Preset)
{
    /// <summary>Longest range that may be asked for, days.</summary>
    public const int LongestDays = 184;

    public static readonly IReadOnlyList<string> Presets = ["day", "week", "month"];

    /// <summary>The date after the last one.</summary>
    public DateOnly End => Last.AddDays(1);

    public int Days => End.DayNumber - First.DayNumber;

    /// <summary>Reads the address; what cannot be read falls back to a month. A range too long keeps its end.</summary>
    public static Period Of(string? preset, string? from, string? to, DateOnly today)
    {
        if (Date(from) is { } first && Date(to) is { } last && first <= last)
        {
            var earliest = last.AddDays(1 - LongestDays);
            return new Period(first < earliest ? earliest : first, last, null);
        }

        return preset switch
        {
            "day" => new Period(today, today, "day"),
            "week" => new Period(today.AddDays(-6), today, "week"),
            _ => new Period(today.AddDays(-29), today, "month"),
        };
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
