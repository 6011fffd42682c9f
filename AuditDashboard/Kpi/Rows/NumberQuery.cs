using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Ui;

namespace AuditDashboard.Kpi.Rows;

/// <summary>The rows behind a number, with the names of the people.</summary>
internal sealed class NumberQuery(IKpiDrillDown rows, ISessions sessions, PlaceQuery places)
{
    public async Task<NumberView> RunAsync(Asked asked, CancellationToken cancel)
    {
        var seen = await places.RunAsync(asked.Period, asked.Branch, asked.Channel);
        var read = await rows.RunAsync(
            new IKpiDrillDown.Request(seen.Filter, asked.Number, asked.Label, asked.WeekHour, (asked.Page - 1) * NumberView.PageRows, NumberView.PageRows), cancel);
        var known = new Dictionary<SessionId, SessionSummary?>();
        foreach (var id in read.Rows.Select(row => row.SessionId).OfType<SessionId>().Distinct())
        {
            known[id] = await sessions.FindAsync(id, cancel);
        }

        var lines = read.Rows.Select(row => LineOf(row, row.SessionId is { } id ? known[id] : null, seen, asked.Number)).ToList();
        return new NumberView(seen.Place, asked.Number, asked.Label, asked.WeekHour, read.Count, asked.Page, lines, seen.Branches);
    }

    private static NumberView.Line LineOf(IKpiDrillDown.Row row, SessionSummary? dialog, PlaceQuery.Seen seen, KpiNumber number) => new(
        row.At, dialog is not null ? $"dialogs/{dialog.Id}" : $"clients/{row.ClientId}", dialog?.ClientName, dialog?.LastText, row.Channel,
        seen.Branches.FirstOrDefault(branch => branch.Code == row.Branch)?.Name, row.WaitMs is { } wait ? Waited(wait) : null,
        seen.ShowsMoney && OpenNumbers.HasPrice(number) && row.Amount is > 0 and var kopecks ? Formats.Money(kopecks) : null);

    private static string Waited(long milliseconds) =>
        milliseconds < 60_000 ? Formats.Seconds(milliseconds) : Formats.Duration(TimeSpan.FromMilliseconds(milliseconds));

    internal sealed record Asked(KpiNumber Number, Period Period, string? Branch, string? Channel, string? Label, int? WeekHour, int Page);
}
