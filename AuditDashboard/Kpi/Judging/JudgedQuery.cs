using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Kpi.Judging;

/// <summary>Suspected duplicates and missed clients of a period (K15), with the verdicts.</summary>
internal sealed class JudgedQuery(
    IKpiDrillDown rows, IKpiOverviews overviews, IEventReader events, ISessions sessions, PlaceQuery places, IDbContextFactory<AuditDbContext> databases)
{
    public async Task<JudgedView> RunAsync(Period period, string? branch, string? channel, bool missed, int page, CancellationToken cancel)
    {
        var seen = await places.RunAsync(period, branch, channel);
        var request = new IKpiDrillDown.Request(seen.Filter, missed ? KpiNumber.Missed : KpiNumber.Duplicates);
        var read = await rows.RunAsync(request with { Skip = (page - 1) * JudgedView.PageRows, Take = JudgedView.PageRows }, cancel);
        var verdicts = await VerdictsAsync(missed ? UnitKind.Missed : UnitKind.Duplicate, seen.Filter, cancel);
        var stored = (await events.OfSeqsAsync([.. read.Rows.SelectMany(row => new[] { row.Seq, missed ? row.Seq : row.Amount ?? row.Seq }).Distinct()], cancel)).ToDictionary(item => item.Seq);
        List<JudgedLine> lines = [];
        foreach (var row in read.Rows)
        {
            var dialog = row.SessionId is { } id ? await sessions.FindAsync(id, cancel) : null;
            lines.Add(Line(row, dialog, seen, missed ? null : row.Amount) with
            {
                First = !missed && row.Amount is { } first ? ThingOf(stored.GetValueOrDefault(first)) : null,
                Second = missed ? null : ThingOf(stored.GetValueOrDefault(row.Seq)),
                Verdict = verdicts.GetValueOrDefault(row.Seq),
            });
        }

        var share = (await overviews.DetailsAsync(seen.Filter, cancel)).Missed.Share;
        return new JudgedView(read.Count, Precision(verdicts.Values), share, page, lines, seen.Branches, seen.Viewer.Role != "auditor");
    }

    /// <summary>Of everything the filter covers, not only of the page.</summary>
    private async Task<Dictionary<long, string>> VerdictsAsync(UnitKind kind, KpiFilter filter, CancellationToken cancel)
    {
        var (number, first, end) = ((int)kind, filter.From.DayNumber, filter.To.DayNumber);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var judged = from verdict in db.Set<VerdictRow>().AsNoTracking()
                     join unit in db.Set<UnitRow>().AsNoTracking() on new { verdict.Kind, verdict.Seq } equals new { unit.Kind, unit.Seq }
                     where verdict.Kind == number && unit.Day >= first && unit.Day < end
                     select new { verdict.Seq, verdict.Verdict, unit.Branch, unit.Channel };
        return (await judged.ToListAsync(cancel))
            .Where(row => (filter.Branches is null || filter.Branches.Contains(row.Branch ?? "")) && (filter.Branch is null || row.Branch == filter.Branch) && (filter.Channel is null || row.Channel == filter.Channel))
            .DistinctBy(row => row.Seq).ToDictionary(row => row.Seq, row => row.Verdict);
    }

    private static Share Precision(IReadOnlyCollection<string> verdicts) => Wilson.Share(verdicts.LongCount(verdict => verdict == JudgeUnit.Yes), verdicts.Count);

    private static JudgedLine Line(IKpiDrillDown.Row row, SessionSummary? dialog, PlaceQuery.Seen seen, long? first) => new(
        row.Seq, row.Label ?? "", dialog is not null && first is null ? $"dialogs/{dialog.Id}" : $"clients/{row.ClientId}", dialog?.ClientName, row.Channel,
        seen.Branches.FirstOrDefault(branch => branch.Code == row.Branch)?.Name, row.At, null, null, dialog?.LastText, null);

    private static JudgedLine.Thing? ThingOf(StoredEvent? stored) => stored is null ? null
        : new JudgedLine.Thing(stored.EffectiveAt, stored.Content?.Booking?.Start?.ToUniversalTime(), stored.Content?.Booking?.Service, stored.Content?.Booking?.Staff);
}
