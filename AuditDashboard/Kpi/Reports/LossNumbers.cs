using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Settings;

namespace AuditDashboard.Kpi.Reports;

/// <summary>B2 and K16: what was lost, in kopecks, with everything that went into it.</summary>
internal static class LossNumbers
{
    private const int EnoughForNorm = 30;

    /// <param name="earlier">The 28 days before the period; <paramref name="lostNeeds"/> are ripe ones.</param>
    public static KpiOverview.Money Money(DaySum total, DaySum ripe, DaySum earlier, long lostNeeds, PriceSettings prices)
    {
        var average = total[Amounts.PricedBookings] == 0 ? prices.AverageKopecks : total[Amounts.Booked] / total[Amounts.PricedBookings];
        var norm = KpiNumbers.Conversion(earlier) is { N: >= EnoughForNorm } usual ? usual : KpiNumbers.Conversion(ripe);
        var each = Each(average, norm);
        var noShow = total[Amounts.NoShow] + ((total[UnitFlags.NoShow] - total[Amounts.PricedNoShows]) * (average ?? 0));
        var late = total[Amounts.CancelledLate];
        return new KpiOverview.Money(
            average, total[Amounts.PricedBookings], norm, lostNeeds, lostNeeds * each, total[UnitFlags.NoShow], noShow, total[UnitFlags.CancelledLate], late,
            ((lostNeeds * each) ?? 0) + noShow + late, lostNeeds * each / 10)
        {
            StaffMs = total[Amounts.HumanMs], StaffKopecks = prices.MinuteKopecks is { } minute ? (long)Math.Round(total[Amounts.HumanMs] / 60_000d * minute) : null,
        };
    }

    /// <summary>What one lost need is worth in kopecks: the average price times the share that usually books; null where one of them is unknown.</summary>
    public static long? Each(long? average, Share norm) =>
        average is { } price && norm.Value is { } share ? (long)Math.Round(price * share, MidpointRounding.AwayFromZero) : null;

    public static IReadOnlyList<KpiOverview.Loss> ByReason(IReadOnlyList<LabelSum> lost, long? each) =>
        [.. lost.GroupBy(sum => sum.Label).Select(same => new KpiOverview.Loss(same.Key, same.Sum(sum => sum.Count), same.Sum(sum => sum.Count) * each))
            .OrderByDescending(loss => loss.Count).ThenBy(loss => loss.Reason, StringComparer.Ordinal)];
}
