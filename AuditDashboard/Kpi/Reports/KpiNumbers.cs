using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;

namespace AuditDashboard.Kpi.Reports;

/// <summary>Sums as the numbers of a report.</summary>
internal static class KpiNumbers
{
    public delegate ReadOnlySpan<long> HoursOf(DaySum sum);

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
        new KpiReport.Escalated(Escalations(sum), sum[UnitFlags.Lost]) { Useless = Wilson.Share(sum[UnitFlags.Useless], sum[UnitFlags.Escalated]) },
        [], new KpiReport.Traffic(0, 0, 0, 0, [], []))
    {
        Confirmation = new KpiReport.Confirmed(
            Confirmation(sum), sum[UnitFlags.Declined], sum[UnitFlags.Silent], sum[UnitFlags.Undelivered], sum[UnitFlags.LateConfirmed]),
        NoShow = NoShows(sum),
        Answers = Answers(sum),
    };

    private static KpiReport.Answering Answers(DaySum sum)
    {
        var calls = sum[UnitKind.HumanReply];
        return new KpiReport.Answering(
            Wilson.Share(sum[UnitFlags.FirstWithin], sum[UnitFlags.FirstTurn]), sum.FirstWaits.Percentile(50),
            Wilson.Share(sum[UnitFlags.RepliedIn5], calls), Wilson.Share(sum[UnitFlags.RepliedIn15], calls), Wilson.Share(sum[UnitFlags.RepliedIn60], calls),
            sum.HumanReplies.Percentile(50), sum.HumanReplies.Count < EnoughForP90 ? null : sum.HumanReplies.Percentile(90), sum[UnitKind.Delivery], sum.Deliveries.Percentile(50));
    }

    public static KpiReport.Day Day(DateOnly date, DaySum sum) => new(
        date, sum[UnitFlags.Inbound], sum[UnitKind.Booking], Within(sum), sum.Waits.Percentile(50), P(sum, 95, EnoughForP95), Conversion(sum), AutoClosed(sum), Escalations(sum))
    {
        Confirmation = Confirmation(sum), NoShow = NoShow(sum),
    };

    public static KpiReport.Traffic Volume(DaySum total, IReadOnlyDictionary<string, DaySum> byChannel, IReadOnlyDictionary<int, DaySum> byDay) => new(
        total[UnitFlags.Inbound], total[UnitFlags.Answered], total[UnitKind.Need], total[UnitKind.Booking],
        [.. byChannel.Where(pair => pair.Key.Length > 0).OrderByDescending(pair => pair.Value[UnitFlags.Inbound]).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new KpiReport.ChannelRow(pair.Key, pair.Value[UnitFlags.Inbound], pair.Value[UnitKind.Need], pair.Value[UnitFlags.Converted]))],
        WeekHours(byDay));

    public static IReadOnlyList<KpiReport.SourceRow> Sources(IEnumerable<LabelSum> labels) =>
        [.. labels.Where(sum => sum.Kind is UnitKind.Need or UnitKind.Session)
            .GroupBy(sum => Touches.NameOf(sum.Label, sum.Channel))
            .Select(same => new KpiReport.SourceRow(
                same.Key, same.Where(sum => sum.Kind == UnitKind.Session).Sum(sum => sum.Hits),
                same.Where(sum => sum.Kind == UnitKind.Need).Sum(sum => sum.Count), same.Where(sum => sum.Kind == UnitKind.Need).Sum(sum => sum.Hits)))
            .Where(row => row.Sessions + row.Leads > 0)
            .OrderByDescending(row => row.Leads).ThenByDescending(row => row.Sessions).ThenBy(row => row.Source, StringComparer.Ordinal)];

    public static long[] WeekHours(IReadOnlyDictionary<int, DaySum> byDay) => WeekHours(byDay, sum => sum.Hours);

    public static long[] WeekHours(IReadOnlyDictionary<int, DaySum> byDay, HoursOf of)
    {
        var hours = new long[7 * 24];
        foreach (var (day, sum) in byDay)
        {
            var weekday = ((int)DateOnly.FromDayNumber(day).DayOfWeek + 6) % 7;
            for (var hour = 0; hour < 24; hour++)
            {
                hours[(weekday * 24) + hour] += of(sum)[hour];
            }
        }

        return hours;
    }

    private static KpiReport.NoShows NoShows(DaySum sum)
    {
        var (missing, unmarked) = (sum[UnitFlags.NoShow], sum[UnitFlags.Unmarked]);
        var marked = missing + sum[UnitFlags.Came];
        var due = marked + unmarked;
        return due == 0
            ? new KpiReport.NoShows(NoShow(sum), 0, null, null, null)
            : new KpiReport.NoShows(NoShow(sum), unmarked, (double)marked / due, (double)missing / due, (double)(missing + unmarked) / due);
    }

    public static Share Within(DaySum sum) => Wilson.Share(sum[UnitFlags.Within], sum[UnitFlags.AssistantTurn]);

    public static Share Conversion(DaySum sum) => Wilson.Share(sum[UnitFlags.Converted], sum[UnitKind.Need]);

    public static Share AutoClosed(DaySum sum) => Wilson.Share(sum[UnitFlags.AutoClosed], sum[UnitFlags.Closable]);

    public static Share Escalations(DaySum sum) => Wilson.Share(sum[UnitFlags.Escalated], sum[UnitFlags.Escalatable]);

    public static Share Confirmation(DaySum sum) => Wilson.Share(sum[UnitFlags.VisitConfirmed], sum[UnitFlags.Asked]);

    public static Share NoShow(DaySum sum) => Wilson.Share(sum[UnitFlags.NoShow], sum[UnitFlags.NoShow] + sum[UnitFlags.Came]);

    private static long? P(DaySum sum, int percent, int enough) => sum.Waits.Count < enough ? null : sum.Waits.Percentile(percent);
}
