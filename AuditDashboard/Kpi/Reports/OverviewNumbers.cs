using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;

namespace AuditDashboard.Kpi.Reports;

/// <summary>Tiles, channels and branches of the start page, from sums.</summary>
internal static class OverviewNumbers
{
    /// <summary>Below this many cases a share is shown in grey (product.md section 3.0).</summary>
    private const int Enough = 30;

    // B16: a branch outside the inner limits is worth a look, outside the outer ones it is no chance (1.96 and 3.09 deviations).
    private const double Inner = Wilson.Z95;
    private const double Outer = 3.09;

    private static readonly (KpiOverview.Kpi Kpi, KpiNumber Of, KpiNumber Hits, bool LowerIsBetter, Func<DaySum, Share> Share)[] Kpis =
    [
        (KpiOverview.Kpi.ResponseTime, KpiNumber.AssistantTurns, KpiNumber.AnsweredInTime, false, KpiNumbers.Within),
        (KpiOverview.Kpi.Conversion, KpiNumber.Needs, KpiNumber.Converted, false, KpiNumbers.Conversion),
        (KpiOverview.Kpi.Confirmation, KpiNumber.VisitsAsked, KpiNumber.VisitsConfirmed, false, KpiNumbers.Confirmation),
        (KpiOverview.Kpi.NoShow, KpiNumber.Expected, KpiNumber.NoShows, true, KpiNumbers.NoShow),
        (KpiOverview.Kpi.AutoClosed, KpiNumber.Closable, KpiNumber.AutoClosed, false, KpiNumbers.AutoClosed),
        (KpiOverview.Kpi.Escalations, KpiNumber.Escalatable, KpiNumber.Escalated, true, KpiNumbers.Escalations),
    ];

    /// <param name="ripe">The day number from which on needs still mature.</param>
    public static IReadOnlyList<KpiOverview.Tile> Tiles(KpiFilter filter, Dictionary<int, DaySum> now, Dictionary<int, DaySum> before, int ripe)
    {
        var (total, earlier) = (DaySums.Total(now.Values), DaySums.Total(before.Values));
        var (mature, matureEarlier) = (DaySums.Total(now.Where(pair => pair.Key < ripe).Select(pair => pair.Value)), DaySums.Total(before.Where(pair => pair.Key < ripe).Select(pair => pair.Value)));
        return [.. Kpis.Select(kpi =>
        {
            var share = kpi.Share(total);
            var matures = kpi.Kpi == KpiOverview.Kpi.Conversion;
            return new KpiOverview.Tile(
                kpi.Kpi, kpi.Of, kpi.Hits, share, kpi.Share(earlier), kpi.Share(matures ? mature : total), kpi.Share(matures ? matureEarlier : earlier), kpi.LowerIsBetter,
                share.N < Enough, [.. Enumerable.Range(filter.From.DayNumber, filter.Days).Select(day => now.TryGetValue(day, out var sum) ? kpi.Share(sum) : Share.None)]);
        })];
    }

    /// <summary>The sums of all channels are those of the period; one without a name is what no event named.</summary>
    public static IReadOnlyList<KpiOverview.Channel> Channels(Dictionary<string, DaySum> byChannel, IReadOnlyDictionary<string, long> lost, long? lossKopecks) =>
        [.. byChannel.OrderByDescending(pair => pair.Value[UnitFlags.Inbound]).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new KpiOverview.Channel(
            pair.Key, pair.Value[UnitFlags.Inbound], pair.Value[UnitKind.Need], KpiNumbers.Conversion(pair.Value), KpiNumbers.Within(pair.Value), pair.Value.Waits.Percentile(50),
            KpiNumbers.Confirmation(pair.Value), KpiNumbers.NoShow(pair.Value), KpiNumbers.AutoClosed(pair.Value), KpiNumbers.Escalations(pair.Value), pair.Value[UnitKind.Booking],
            pair.Value[Amounts.Booked], lost.GetValueOrDefault(pair.Key) * lossKopecks))];

    public static IReadOnlyList<KpiOverview.BranchPoint> Branches(Dictionary<string, DaySum> byBranch)
    {
        var total = DaySums.Total(byBranch.Values);
        return [.. Kpis.SelectMany(kpi => byBranch.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Point(kpi.Kpi, pair.Key, kpi.Share(pair.Value), kpi.Share(total).Value)))];
    }

    private static KpiOverview.BranchPoint Point(KpiOverview.Kpi kpi, string branch, Share share, double? centre)
    {
        if (centre is not { } middle || share.N == 0)
        {
            return new KpiOverview.BranchPoint(kpi, branch, share, centre, null, null, null, null);
        }

        var deviation = Math.Sqrt(middle * (1 - middle) / share.N);
        return new KpiOverview.BranchPoint(
            kpi, branch, share, middle, Math.Max(0, middle - (Inner * deviation)), Math.Min(1, middle + (Inner * deviation)),
            Math.Max(0, middle - (Outer * deviation)), Math.Min(1, middle + (Outer * deviation)));
    }
}
