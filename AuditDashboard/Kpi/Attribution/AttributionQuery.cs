using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Reports;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Ui;

namespace AuditDashboard.Kpi.Attribution;

/// <summary>Reads K12 from sums: a channel's line is the sum of its sources' lines.</summary>
internal sealed class AttributionQuery(DayShelf shelf, PlaceQuery places)
{
    /// <param name="last">By the last touch before the booking; else by the first within 30 days before the need.</param>
    public async Task<AttributionView> RunAsync(Period period, string? branch, bool last, CancellationToken cancel)
    {
        var seen = await places.RunAsync(period, branch, null);
        var days = await shelf.ReadAsync(seen.Filter, cancel);
        var labels = DaySums.Labels(days, [last ? UnitKind.LastTouch : UnitKind.Need]);
        var byChannel = DaySums.ByChannel(days);
        var revenue = last && seen.ShowsMoney;
        List<AttributionView.Line> lines = [];
        foreach (var channel in labels.GroupBy(label => label.Channel).OrderByDescending(channel => channel.Sum(label => label.Count)).ThenBy(channel => channel.Key, StringComparer.Ordinal))
        {
            var sum = byChannel.GetValueOrDefault(channel.Key) ?? new DaySum();
            lines.Add(Of(channel.Key, null, [.. channel], revenue) with { NoShow = KpiNumbers.NoShow(sum), P50Ms = sum.Waits.Percentile(50) });
            lines.AddRange(channel.OrderBy(label => label.Label.Length == 0).ThenByDescending(label => label.Count).Select(label => Of(channel.Key, label.Label, [label], revenue)));
        }

        var unknown = labels.Where(label => label.Label.Length == 0).Sum(label => label.Count);
        return new AttributionView(seen.Place, lines, Wilson.Share(unknown, labels.Sum(label => label.Count)), seen.Branches, seen.ShowsMoney);
    }

    private static AttributionView.Line Of(string channel, string? source, IReadOnlyList<LabelSum> labels, bool revenue)
    {
        var needs = labels.Sum(label => label.Count);
        return new AttributionView.Line(
            channel, source, needs, Wilson.Share(labels.Sum(label => label.Hits), needs), labels.Sum(label => label.More), revenue ? labels.Sum(label => label.Amount) : null, null, null);
    }
}
