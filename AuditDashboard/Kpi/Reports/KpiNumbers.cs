using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;

namespace AuditDashboard.Kpi.Reports;

/// <summary>Sums as the numbers of a report.</summary>
internal static class KpiNumbers
{
    // kpi-notes.md section 3: below these counts a high percentile is chance.
    private const int EnoughForP90 = 20;
    private const int EnoughForP95 = 40;

    public static KpiReport Report(KpiFilter filter, string zone, DaySum sum, long maturing) => new(
        filter, zone,
        new KpiReport.Response(
            Within(sum), sum.Waits.Percentile(50), P(sum, 90, EnoughForP90), P(sum, 95, EnoughForP95),
            sum[UnitFlags.Unanswered], sum[UnitFlags.HumanTurn], sum.HumanWaits.Percentile(50)),
        new KpiReport.Converted(Conversion(sum), maturing),
        new KpiReport.Closed(
            AutoClosed(sum), sum[UnitFlags.Confirmed], sum[UnitFlags.AutoClosed] - sum[UnitFlags.Confirmed], Wilson.Share(sum[UnitFlags.Durable], sum[UnitFlags.Closable])),
        new KpiReport.Escalated(Escalations(sum), sum[UnitFlags.Lost]),
        [], new KpiReport.Traffic(0, 0, 0, 0, [], []));

    public static KpiReport.Day Day(DateOnly date, DaySum sum) => new(
        date, sum[UnitFlags.Inbound], sum[UnitKind.Booking], Within(sum), sum.Waits.Percentile(50), P(sum, 95, EnoughForP95), Conversion(sum), AutoClosed(sum), Escalations(sum));

    public static KpiReport.Traffic Volume(DaySum total, Dictionary<string, DaySum> byChannel, Dictionary<int, DaySum> byDay) => new(
        total[UnitFlags.Inbound], total[UnitFlags.Answered], total[UnitKind.Need], total[UnitKind.Booking],
        [.. byChannel.Where(pair => pair.Key.Length > 0).OrderByDescending(pair => pair.Value[UnitFlags.Inbound]).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new KpiReport.ChannelRow(pair.Key, pair.Value[UnitFlags.Inbound], pair.Value[UnitKind.Need], pair.Value[UnitFlags.Converted]))],
        WeekHours(byDay));

    private static long[] WeekHours(Dictionary<int, DaySum> byDay)
    {
        var hours = new long[7 * 24];
        foreach (var (day, sum) in byDay)
        {
            var weekday = ((int)DateOnly.FromDayNumber(day).DayOfWeek + 6) % 7;
            for (var hour = 0; hour < 24; hour++)
            {
                hours[(weekday * 24) + hour] += sum.Hours[hour];
            }
        }

        return hours;
    }

    private static Share Within(DaySum sum) => Wilson.Share(sum[UnitFlags.Within], sum[UnitFlags.AssistantTurn]);

    private static Share Conversion(DaySum sum) => Wilson.Share(sum[UnitFlags.Converted], sum[UnitKind.Need]);

    private static Share AutoClosed(DaySum sum) => Wilson.Share(sum[UnitFlags.AutoClosed], sum[UnitFlags.Closable]);

    private static Share Escalations(DaySum sum) => Wilson.Share(sum[UnitFlags.Escalated], sum[UnitFlags.Escalatable]);

    private static long? P(DaySum sum, int percent, int enough) => sum.Waits.Count < enough ? null : sum.Waits.Percentile(percent);
}
