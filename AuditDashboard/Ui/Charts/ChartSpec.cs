using System.Text.Json.Serialization;

namespace AuditDashboard.Ui.Charts;

/// <summary>How a series is drawn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChartKind>))]
public enum ChartKind
{
    [JsonStringEnumMemberName("line")]
    Line,
    [JsonStringEnumMemberName("area")]
    Area,
    [JsonStringEnumMemberName("bar")]
    Bar,
}

/// <summary>A dashed vertical line with words, such as a release.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Color">Name of a css token.</param>
public sealed record ChartMark(long At, string Text, string Color = "--c-ink-3");

/// <summary>The look of a chart. Changes seldom; compared by value, because a change draws the chart anew.</summary>
/// <param name="Format">int | pct | sec | rub; percents are fractions 0..1, seconds are seconds.</param>
/// <param name="Time">day | hour</param>
/// <param name="Zone">IANA id in which days and hours are named.</param>
public sealed record ChartSpec(
    ChartKind Kind, string Format, string Zone, bool Stacked = false, double? Target = null, string? TargetText = null,
    bool Legend = true, string Time = "day")
{
    /// <summary>Names of css tokens, one a series.</summary>
    public IReadOnlyList<string> Colors { get; init; } = ["--c-1", "--c-2", "--c-3", "--c-4"];

    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    public bool Equals(ChartSpec? other) =>
        other is not null
        && (Kind, Format, Zone, Stacked, Target, TargetText, Legend, Time)
            == (other.Kind, other.Format, other.Zone, other.Stacked, other.Target, other.TargetText, other.Legend, other.Time)
        && Colors.SequenceEqual(other.Colors)
        && Marks.SequenceEqual(other.Marks);

    public override int GetHashCode() => HashCode.Combine(Kind, Format, Zone, Stacked, Target, Colors.Count, Marks.Count);
}

/// <summary>One line of a chart.</summary>
/// <param name="Points">Pairs of Unix milliseconds and a value; a null value leaves a gap.</param>
/// <param name="Dashed">The period compared with.</param>
public sealed record ChartLine(string Name, IReadOnlyList<double?[]> Points, bool Dashed = false);

/// <summary>What was clicked.</summary>
public readonly record struct ChartPoint(int Series, int Point);
