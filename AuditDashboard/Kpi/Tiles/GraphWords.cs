using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using AuditDashboard.Ui.Charts;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Days as lines. The period before is moved onto the days of this one; a day that is not over is left out, for it would look like a fall.</summary>
internal sealed class GraphWords(IStringLocalizer<OverviewText> text, KpiReport now, KpiReport before, SalonClock clock, IReadOnlyList<KpiOverview.Release>? releases = null)
{
    private readonly DateOnly? _unfinished = now.Filter.Days > 1 && now.Filter.To > clock.Today ? clock.Today : null;

    public Graph Counts()
    {
        var spec = new ChartSpec(ChartKind.Area, "int", now.Zone) { Colors = ["--c-1", "--c-2", "--c-ink-3"], Marks = Marks };
        var summary = text["CountsSummary", Formats.Count(now.Volume.Sessions), Formats.Count(now.Volume.Bookings),
            Formats.Count(before.Volume.Sessions), Formats.Count(before.Volume.Bookings)];
        return new Graph(
            spec,
            [
                new ChartLine(text["Dialogs"], Points(now, 0, day => day.Sessions)),
                new ChartLine(text["Bookings"], Points(now, 0, day => day.Bookings)),
                new ChartLine(text["DialogsBefore"], Points(before, now.Filter.Days, day => day.Sessions), Dashed: true),
            ],
            [KpiNumber.Sessions, KpiNumber.Bookings, KpiNumber.Sessions],
            summary, Note());
    }

    public Graph Times()
    {
        var goal = TimeSpan.FromMilliseconds(now.ResponseTime.ThresholdMs);
        var target = text["TargetText", Formats.Duration(goal)];
        var spec = new ChartSpec(ChartKind.Line, "sec", now.Zone, Target: goal.TotalSeconds, TargetText: target) { Colors = ["--c-1", "--c-3", "--c-ink-3"], Marks = Marks };
        return new Graph(
            spec,
            [
                new ChartLine(text["Median"], Points(now, 0, day => day.P50Ms / 1000d)),
                new ChartLine(text["P95"], Points(now, 0, day => day.P95Ms / 1000d)),
                new ChartLine(text["MedianBefore"], Points(before, now.Filter.Days, day => day.P50Ms / 1000d), Dashed: true),
            ],
            [KpiNumber.AssistantTurns, KpiNumber.AssistantTurns, KpiNumber.AssistantTurns],
            text["TimesSummary", Formats.Seconds(now.ResponseTime.P50Ms), Formats.Seconds(now.ResponseTime.P95Ms)], Note());
    }

    /// <summary>One a day: the labels of two would lie on each other, and the same name twice says nothing.</summary>
    private List<ChartMark> Marks =>
        [.. (releases ?? []).GroupBy(release => clock.DateOf(release.At)).Select(day => new ChartMark(
            day.First().At.ToUnixTimeMilliseconds(),
            string.Join(" · ", day.Select(release => text[release.IsRollBack ? "RollBackMark" : "ReleaseMark", release.Name].Value).Distinct())))];

    private string? Note() => _unfinished is { } day ? text["Unfinished", Dates.Day(day)].Value : null;

    private List<double?[]> Points(KpiReport report, int shift, Func<KpiReport.Day, double?> value) =>
        [.. report.Days.Select(day => new[] { clock.StartOf(day.Date.AddDays(shift)).ToUnixTimeMilliseconds(), day.Date == _unfinished ? null : value(day) })];
}
