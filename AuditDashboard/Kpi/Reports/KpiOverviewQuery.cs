using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Settings;

namespace AuditDashboard.Kpi.Reports;

internal sealed class KpiOverviewQuery(DayShelf shelf, KpiReportQuery reports, IStories stories, ReleaseMoments releases, ISettings settings, SalonClock clock) : IKpiOverviews
{
    /// <summary>How long a look back tells what is usual (product.md section 3.8).</summary>
    private const int NormDays = 28;

    private static readonly UnitKind[] Labelled = [UnitKind.Need, UnitKind.Session, UnitKind.Spot];

    public async Task<KpiOverview> RunAsync(KpiFilter filter, CancellationToken cancel)
    {
        var read = await shelf.ReadAsync(filter with { From = filter.From.AddDays(-Math.Max(NormDays, filter.Days)) }, cancel);
        var parts = new Parts(filter, read, clock.Today.DayNumber - KpiReportQuery.MaturesAfterDays);
        var (labels, labelsBefore) = (DaySums.Labels(parts.Now, Labelled), DaySums.Labels(parts.Before, Labelled));

        // Only needs that had their days: the others may still book.
        var losses = DaySums.Labels(parts.Now.Where(day => day.Day < parts.RipeFrom), [UnitKind.Loss]);
        var lostNeeds = losses.Sum(sum => sum.Count);
        var money = LossNumbers.Money(parts.Total, parts.Ripe, parts.Earlier(NormDays), lostNeeds, settings.Prices);
        var each = LossNumbers.Each(money.AverageKopecks, money.Norm);
        var reasons = LossNumbers.ByReason(losses, each);
        var lostByChannel = losses.GroupBy(sum => sum.Channel).ToDictionary(same => same.Key, same => same.Sum(sum => sum.Count));
        return new KpiOverview(
            LagOf(), reports.Report(filter, parts.ByDay, parts.ByChannel, labels), reports.Report(filter.Previous, parts.ByDayBefore, parts.ByChannelBefore, labelsBefore),
            OverviewNumbers.Tiles(filter, parts.ByDay, parts.ByDayBefore, parts.RipeFrom), FunnelNumbers.Steps(parts.Total, reasons), reasons,
            OverviewNumbers.Channels(parts.ByChannel, lostByChannel, each), KpiNumbers.WeekHours(parts.ByDay), Night(parts), money,
            OverviewNumbers.Branches(DaySums.ByBranch(parts.Now)), Spots(labels, labelsBefore))
        {
            Releases = await releases.RunAsync(filter, cancel),
        };
    }

    public async Task<KpiDetails> DetailsAsync(KpiFilter filter, CancellationToken cancel)
    {
        var days = await shelf.ReadAsync(filter, cancel);
        return DetailNumbers.Of(DaySums.Total(DaySums.ByDay(days).Values), DaySums.Labels(days, Enum.GetValues<UnitKind>()));
    }

    public async Task<IReadOnlyList<string>> ReleasesAsync(KpiFilter filter, CancellationToken cancel)
    {
        var byRelease = DaySums.ByRelease(await shelf.ReadAsync(filter with { Release = null }, cancel));
        return [.. byRelease.Where(pair => pair.Key.Length > 0).OrderByDescending(pair => pair.Value[UnitFlags.AssistantTurn]).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
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
    private sealed class Parts(KpiFilter filter, List<DayFigures> read, int ripeFrom)
    {
        public int RipeFrom => ripeFrom;

        public List<DayFigures> Now { get; } = Within(read, filter);

        public List<DayFigures> Before { get; } = Within(read, filter.Previous);

        public Dictionary<int, DaySum> ByDay => field ??= DaySums.ByDay(Now);

        public Dictionary<int, DaySum> ByDayBefore => field ??= DaySums.ByDay(Before);

        public Dictionary<string, DaySum> ByChannel => field ??= DaySums.ByChannel(Now);

        public Dictionary<string, DaySum> ByChannelBefore => field ??= DaySums.ByChannel(Before);

        public DaySum Total => field ??= DaySums.Total(ByDay.Values);

        public DaySum Ripe => DaySums.Total(ByDay.Where(pair => pair.Key < ripeFrom).Select(pair => pair.Value));

        public DaySum Earlier(int days)
        {
            var first = filter.From.DayNumber - days;
            var byDay = days <= filter.Days ? ByDayBefore : DaySums.ByDay(Within(read, filter with { From = filter.From.AddDays(-days), To = filter.From }));
            return DaySums.Total(byDay.Where(pair => pair.Key >= first && pair.Key < ripeFrom).Select(pair => pair.Value));
        }

        private static List<DayFigures> Within(List<DayFigures> days, KpiFilter period) => days.FindAll(day => day.Day >= period.From.DayNumber && day.Day < period.To.DayNumber);
    }
}
