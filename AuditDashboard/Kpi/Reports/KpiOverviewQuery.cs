using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Settings;

namespace AuditDashboard.Kpi.Reports;

internal sealed class KpiOverviewQuery(SumReader sums, KpiReportQuery reports, IStories stories, ReleaseMoments releases, ISettings settings, SalonClock clock) : IKpiOverviews
{
    /// <summary>How long a look back tells what is usual (product.md section 3.8).</summary>
    private const int NormDays = 28;

    private static readonly UnitKind[] Labelled = [UnitKind.Need, UnitKind.Session, UnitKind.Spot];

    public async Task<KpiOverview> RunAsync(KpiFilter filter, CancellationToken cancel)
    {
        var read = await sums.DaysAsync(filter with { From = filter.From.AddDays(-Math.Max(NormDays, filter.Days)) }, cancel);
        var labels = await sums.LabelsAsync(filter, Labelled, cancel);
        var labelsBefore = await sums.LabelsAsync(filter.Previous, Labelled, cancel);
        var losses = await LossesAsync(filter, cancel);

        var parts = new Parts(filter, read, clock.Today.DayNumber - KpiReportQuery.MaturesAfterDays);
        var lostNeeds = losses.Sum(sum => sum.Count);
        var money = LossNumbers.Money(parts.Total, parts.Ripe, parts.Earlier(NormDays), lostNeeds, settings.Prices);
        var each = LossNumbers.Each(money.AverageKopecks, money.Norm);
        var reasons = LossNumbers.ByReason(losses, each);
        var lostByChannel = losses.GroupBy(sum => sum.Channel).ToDictionary(same => same.Key, same => same.Sum(sum => sum.Count));
        return new KpiOverview(
            LagOf(), reports.Report(filter, parts.ByDay, parts.ByChannel, labels), reports.Report(filter.Previous, parts.ByDayBefore, parts.ByChannelBefore, labelsBefore),
            OverviewNumbers.Tiles(filter, parts.ByDay, parts.ByDayBefore, parts.RipeFrom), FunnelNumbers.Steps(parts.Total, reasons), reasons,
            OverviewNumbers.Channels(parts.ByChannel, lostByChannel, each), KpiNumbers.WeekHours(parts.ByDay), Night(parts), money,
            OverviewNumbers.Branches(SumReader.Group(parts.Now, row => row.Branch)), Spots(labels, labelsBefore))
        {
            Releases = await releases.RunAsync(filter, cancel),
        };
    }

    public async Task<KpiDetails> DetailsAsync(KpiFilter filter, CancellationToken cancel) => DetailNumbers.Of(
        SumReader.Total(SumReader.Group(await sums.DaysAsync(filter, cancel), row => row.Day).Values), await sums.LabelsAsync(filter, Enum.GetValues<UnitKind>(), cancel));

    public async Task<IReadOnlyList<string>> ReleasesAsync(KpiFilter filter, CancellationToken cancel)
    {
        var byRelease = SumReader.Group(await sums.DaysAsync(filter with { Release = null }, cancel), row => row.Release);
        return [.. byRelease.Where(pair => pair.Key.Length > 0).OrderByDescending(pair => pair.Value[UnitFlags.AssistantTurn]).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
    }

    /// <summary>Only needs that had their days: the others may still book.</summary>
    private async Task<List<LabelSum>> LossesAsync(KpiFilter filter, CancellationToken cancel)
    {
        var ripe = clock.Today.AddDays(-KpiReportQuery.MaturesAfterDays);
        return await sums.LabelsAsync(filter.To <= ripe ? filter : filter with { To = ripe }, [UnitKind.Loss], cancel);
    }

    private KpiOverview.Lag LagOf()
    {
        var (people, since) = stories.Lag;
        return new KpiOverview.Lag(since, people);
    }

    private static KpiOverview.NightShift Night(Parts parts) => new(
        parts.Total[UnitFlags.AtNight], parts.Total[Amounts.Night], parts.Total[UnitFlags.ByAssistant], KpiNumbers.WeekHours(parts.ByDay, sum => sum.NightHours));

    private static IReadOnlyList<KpiOverview.Spot> Spots(IReadOnlyList<LabelSum> now, IReadOnlyList<LabelSum> before)
    {
        var earlier = before.Where(sum => sum.Kind == UnitKind.Spot).GroupBy(sum => sum.Label).ToDictionary(same => same.Key, same => same.Sum(sum => sum.Count));
        return [.. now.Where(sum => sum.Kind == UnitKind.Spot).GroupBy(sum => sum.Label)
            .Select(same => new KpiOverview.Spot(same.Key, same.Sum(sum => sum.Count), earlier.GetValueOrDefault(same.Key)))
            .OrderByDescending(spot => spot.Count).ThenBy(spot => spot.Label, StringComparer.Ordinal)];
    }

    /// <summary>One read cut into the period, the one before it and the norm. Each way of adding its rows up is gone once: that is most of the work.</summary>
    private sealed class Parts(KpiFilter filter, List<DayRow> read, int ripeFrom)
    {
        public int RipeFrom => ripeFrom;

        public List<DayRow> Now { get; } = Within(read, filter);

        private List<DayRow> Before { get; } = Within(read, filter.Previous);

        public Dictionary<int, DaySum> ByDay => field ??= SumReader.Group(Now, row => row.Day);

        public Dictionary<int, DaySum> ByDayBefore => field ??= SumReader.Group(Before, row => row.Day);

        public Dictionary<string, DaySum> ByChannel => field ??= SumReader.Group(Now, row => row.Channel);

        public Dictionary<string, DaySum> ByChannelBefore => field ??= SumReader.Group(Before, row => row.Channel);

        public DaySum Total => field ??= SumReader.Total(ByDay.Values);

        public DaySum Ripe => SumReader.Total(ByDay.Where(pair => pair.Key < ripeFrom).Select(pair => pair.Value));

        public DaySum Earlier(int days)
        {
            var first = filter.From.DayNumber - days;
            var byDay = days <= filter.Days ? ByDayBefore : SumReader.Group(Within(read, filter with { From = filter.From.AddDays(-days), To = filter.From }), row => row.Day);
            return SumReader.Total(byDay.Where(pair => pair.Key >= first && pair.Key < ripeFrom).Select(pair => pair.Value));
        }

        private static List<DayRow> Within(List<DayRow> rows, KpiFilter period) => rows.FindAll(row => row.Day >= period.From.DayNumber && row.Day < period.To.DayNumber);
    }
}
