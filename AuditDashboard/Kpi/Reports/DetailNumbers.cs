using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;

namespace AuditDashboard.Kpi.Reports;

/// <summary>The finer numbers, from sums.</summary>
internal static class DetailNumbers
{
    private const int EnoughForP90 = 20;
    private const double PerMinute = 60_000;

    public static KpiDetails Of(DaySum sum, IReadOnlyList<LabelSum> labels) => new(
        Conversion(sum), Attendance(sum), Sources(labels, UnitKind.Need), Sources(labels, UnitKind.LastTouch), Attempts(labels),
        new KpiDetails.Reminders(Wilson.Share(sum[UnitFlags.Reacted], sum[UnitKind.Reaction]), sum.Reactions.Percentile(50), Labelled(labels, UnitKind.Reaction)),
        new KpiDetails.MissedClients(Wilson.Share(sum[UnitFlags.MissedClient], sum[UnitFlags.HasNeed]), sum[UnitFlags.MissedRecovered], Labelled(labels, UnitKind.Missed)),
        Labelled(labels, UnitKind.Duplicate), Labelled(labels, UnitKind.Cause), Dialogs(sum), Integrity(sum, labels), People(sum, labels), Trials(sum))
    {
        OptOutsPer100Attempts = sum[UnitKind.Attempt] == 0 ? null : 100.0 * sum[UnitFlags.OptedOut] / sum[UnitKind.Attempt],
    };

    private static KpiDetails.Conversions Conversion(DaySum sum)
    {
        var needs = sum[UnitKind.Need];
        return new KpiDetails.Conversions(
            Wilson.Share(sum[UnitFlags.ConvertedByAssistant], needs), Wilson.Share(sum[UnitFlags.ConvertedNet], needs),
            sum[UnitFlags.Converted] == 0 ? null : (double)sum[Amounts.NeedBookings] / sum[UnitFlags.Converted],
            sum.BookingWaits.Percentile(50), sum.BookingWaits.Count < EnoughForP90 ? null : sum.BookingWaits.Percentile(90));
    }

    private static KpiDetails.Visits Attendance(DaySum sum) => new(
        Wilson.Share(sum[UnitFlags.CancelledLate], sum[UnitFlags.Came] + sum[UnitFlags.NoShow] + sum[UnitFlags.CancelledLate]),
        sum[UnitFlags.CancelledEarly], sum[UnitFlags.CancelledLate], sum[UnitFlags.CancelledBySalon], sum[UnitFlags.Recovered], sum[UnitFlags.MarksDiffer],
        sum[UnitFlags.NoShow] + sum[UnitFlags.CancelledLate], sum[UnitFlags.ShortAhead]);

    private static KpiDetails.Sessions Dialogs(DaySum sum) => new(
        Wilson.Share(sum[UnitFlags.Involved], sum[UnitFlags.Inbound]), Wilson.Share(sum[UnitFlags.Technical], sum[UnitFlags.Escalated]),
        Wilson.Share(sum[UnitFlags.Lost], sum[UnitFlags.Escalated]), sum[UnitFlags.Mixed]);

    private static KpiDetails.Integrity Integrity(DaySum sum, IReadOnlyList<LabelSum> labels)
    {
        List<KpiDetails.Labelled> flaws = [.. Of(labels, UnitKind.Flaw).Select(same => new KpiDetails.Labelled(same.Key, same.Sum(label => label.Amount), 0))];
        var untagged = flaws.Find(flaw => flaw.Label == "untagged")?.Count ?? 0;
        return new KpiDetails.Integrity(Wilson.Share(sum[Amounts.Answers] - untagged, sum[Amounts.Answers]), flaws);
    }

    private static KpiDetails.Time People(DaySum sum, IReadOnlyList<LabelSum> labels)
    {
        var minutes = sum[Amounts.HumanMs] / PerMinute;
        return new KpiDetails.Time(minutes, sum[UnitFlags.Inbound] == 0 ? null : 100 * minutes / sum[UnitFlags.Inbound], sum[UnitKind.HumanTime], Labelled(labels, UnitKind.Saved));
    }

    private static KpiDetails.TrialFunnel Trials(DaySum sum)
    {
        var booked = sum[UnitKind.Trial];
        return new KpiDetails.TrialFunnel(
            booked, Wilson.Share(sum[UnitFlags.TrialReminded], booked), Wilson.Share(sum[UnitFlags.TrialReacted], booked), Wilson.Share(sum[UnitFlags.TrialCame], booked), Wilson.Share(sum[UnitFlags.TrialBought], booked));
    }

    private static IReadOnlyList<KpiDetails.Source> Sources(IReadOnlyList<LabelSum> labels, UnitKind kind) =>
        [.. Of(labels, kind).Select(same => new KpiDetails.Source(
                same.Key, same.Sum(label => label.Count), Wilson.Share(same.Sum(label => label.Hits), same.Sum(label => label.Count)), same.Sum(label => label.More),
                kind == UnitKind.LastTouch ? same.Sum(label => label.Amount) : null))
            .OrderByDescending(source => source.Leads).ThenBy(source => source.Label, StringComparer.Ordinal)];

    private static IReadOnlyList<KpiDetails.Attempt> Attempts(IReadOnlyList<LabelSum> labels) =>
        [.. Of(labels, UnitKind.Attempt).Select(same => new KpiDetails.Attempt(
                same.Key, same.Sum(label => label.Count), Wilson.Share(same.Sum(label => label.Hits), same.Sum(label => label.Count)), same.Sum(label => label.More)))
            .OrderBy(attempt => attempt.Number, StringComparer.Ordinal)];

    private static IReadOnlyList<KpiDetails.Labelled> Labelled(IReadOnlyList<LabelSum> labels, UnitKind kind) =>
        [.. Of(labels, kind).Select(same => new KpiDetails.Labelled(same.Key, same.Sum(label => label.Count), same.Sum(label => label.Hits)))
            .OrderByDescending(row => row.Count).ThenBy(row => row.Label, StringComparer.Ordinal)];

    private static IEnumerable<IGrouping<string, LabelSum>> Of(IReadOnlyList<LabelSum> labels, UnitKind kind) => labels.Where(label => label.Kind == kind).GroupBy(label => label.Label);
}
