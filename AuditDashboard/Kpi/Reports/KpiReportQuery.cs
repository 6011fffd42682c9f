using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Settings;

namespace AuditDashboard.Kpi.Reports;

internal sealed class KpiReportQuery(DayShelf shelf, ISettings settings, SalonClock clock) : IKpiReports
{
    /// <summary>A need is ripe when its date is more than this many days before today (kpi-notes.md section 4).</summary>
    public const int MaturesAfterDays = 7;

    private static readonly UnitKind[] Sourced = [UnitKind.Need, UnitKind.Session];

    public async Task<KpiReport> RunAsync(KpiFilter filter, CancellationToken cancel)
    {
        var days = await shelf.ReadAsync(filter, cancel);
        return Report(filter, DaySums.ByDay(days), DaySums.ByChannel(days), DaySums.Labels(days, Sourced));
    }

    /// <summary>From sums of the same rows, which the caller may need too: unpacking them is most of the work.</summary>
    public KpiReport Report(KpiFilter filter, Dictionary<int, DaySum> byDay, Dictionary<string, DaySum> byChannel, IReadOnlyList<LabelSum> labels)
    {
        var total = DaySums.Total(byDay.Values);
        var ripe = clock.Today.DayNumber - MaturesAfterDays;
        var maturing = byDay.Where(pair => pair.Key >= ripe).Sum(pair => pair.Value[UnitKind.Need]);
        var report = KpiNumbers.Report(filter, clock.Zone.Id, total, maturing);
        return report with
        {
            ResponseTime = report.ResponseTime with { ThresholdMs = settings.Goals.ResponseMs, Aim = settings.Goals.ResponseShare },
            Days = [.. Enumerable.Range(filter.From.DayNumber, filter.Days).Select(day => KpiNumbers.Day(DateOnly.FromDayNumber(day), byDay.GetValueOrDefault(day) ?? new DaySum()))],
            Volume = KpiNumbers.Volume(total, byChannel, byDay),
            Sources = KpiNumbers.Sources(labels),
        };
    }
}
