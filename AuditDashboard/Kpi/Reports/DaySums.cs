using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;

namespace AuditDashboard.Kpi.Reports;

/// <summary>Adds up days of a period.</summary>
internal static class DaySums
{
    /// <summary>Each label of these kinds over the days, by channel where a page asks for it; the most frequent first.</summary>
    public static List<LabelSum> Labels(IEnumerable<DayFigures> days, IReadOnlyCollection<UnitKind> kinds)
    {
        Dictionary<(UnitKind Kind, string Label, string Channel), LabelSum> sums = [];
        foreach (var sum in days.SelectMany(day => kinds.SelectMany(day.LabelsOf)))
        {
            var key = (sum.Kind, sum.Label, sum.Channel);
            sums[key] = !sums.TryGetValue(key, out var known)
                ? sum
                : known with { Count = known.Count + sum.Count, Hits = known.Hits + sum.Hits, More = known.More + sum.More, Amount = known.Amount + sum.Amount };
        }

        return [.. sums.Values.OrderByDescending(sum => sum.Count).ThenBy(sum => sum.Label, StringComparer.Ordinal).ThenBy(sum => sum.Channel, StringComparer.Ordinal)];
    }

    public static Dictionary<int, DaySum> ByDay(IEnumerable<DayFigures> days) => Group(days.Select(day => day.Total), row => row.Day);

    public static Dictionary<string, DaySum> ByChannel(IEnumerable<DayFigures> days) => Group(days.SelectMany(day => day.Channels), row => row.Channel);

    public static Dictionary<string, DaySum> ByBranch(IEnumerable<DayFigures> days) => Group(days.SelectMany(day => day.Branches), row => row.Branch);

    public static Dictionary<string, DaySum> ByRelease(IEnumerable<DayFigures> days) => Group(days.SelectMany(day => day.Releases), row => row.Release);

    public static DaySum Total(IEnumerable<DaySum> parts)
    {
        var total = new DaySum();
        foreach (var part in parts)
        {
            total.Add(part);
        }

        return total;
    }

    private static Dictionary<TKey, DaySum> Group<TKey>(IEnumerable<DayRow> rows, Func<DayRow, TKey> key)
        where TKey : notnull
    {
        Dictionary<TKey, DaySum> sums = [];
        foreach (var row in rows)
        {
            if (!sums.TryGetValue(key(row), out var sum))
            {
                sums[key(row)] = sum = new DaySum();
            }

            sum.Add(row);
        }

        return sums;
    }
}
