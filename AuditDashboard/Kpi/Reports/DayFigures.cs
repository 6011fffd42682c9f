using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;

namespace AuditDashboard.Kpi.Reports;

/// <summary>
/// The sums of one local date within one <see cref="DayScope"/>, added up each way a page asks for. They stay packed: unpacked they would be a hundred
/// times as large, and a period has few of them.
/// </summary>
internal sealed record DayFigures(
    int Day, DayRow Total, IReadOnlyList<DayRow> Channels, IReadOnlyList<DayRow> Branches, IReadOnlyList<DayRow> Releases, IReadOnlyDictionary<UnitKind, LabelSum[]> Labels)
{
    /// <summary>Kinds of which a page asks where they came from.</summary>
    private static readonly HashSet<UnitKind> ByChannel = [UnitKind.Need, UnitKind.LastTouch, UnitKind.Session, UnitKind.Loss];

    public static DayFigures Of(int day, IReadOnlyList<DayRow> rows, IEnumerable<LabelRow> labels) => new(
        day, Added(rows).ToRow(new DayPlace(day, "", "", "")),
        [.. rows.GroupBy(row => row.Channel).Select(same => Added(same).ToRow(new DayPlace(day, same.Key, "", "")))],
        [.. rows.GroupBy(row => row.Branch).Select(same => Added(same).ToRow(new DayPlace(day, "", same.Key, "")))],
        [.. rows.GroupBy(row => row.Release).Select(same => Added(same).ToRow(new DayPlace(day, "", "", same.Key)))],
        labels.GroupBy(row => (UnitKind)row.Kind).ToDictionary(same => same.Key, Summed));

    public IEnumerable<LabelSum> LabelsOf(UnitKind kind) => Labels.GetValueOrDefault(kind, []);

    private static DaySum Added(IEnumerable<DayRow> rows)
    {
        var sum = new DaySum();
        foreach (var row in rows)
        {
            sum.Add(row);
        }

        return sum;
    }

    private static LabelSum[] Summed(IGrouping<UnitKind, LabelRow> rows) =>
        [.. rows.GroupBy(row => (row.Label, Channel: ByChannel.Contains(rows.Key) ? row.Channel : ""))
            .Select(same => new LabelSum(
                rows.Key, same.Key.Label, same.Key.Channel, same.Sum(row => row.Count), same.Sum(row => row.Hits), same.Sum(row => row.More), same.Sum(row => row.Amount)))];
}
