using AuditDashboard.Foundation;
using AuditDashboard.Kpi;

namespace AuditDashboard.Digest.Writing;

/// <summary>A dialog the owner should read himself, and why.</summary>
/// <param name="At">UTC: what happened there.</param>
internal sealed record WorthReading(SessionId Session, DateTimeOffset At, string? Channel, KpiNumber Why);

/// <summary>Finds up to three dialogs of a day that went wrong, the worst kind first (product.md B1).</summary>
internal sealed class WorthReadingQuery(IKpiDrillDown rows)
{
    private const int Most = 3;

    private static readonly KpiNumber[] WorstFirst = [KpiNumber.EscalationsLost, KpiNumber.Unanswered, KpiNumber.EscalationsTechnical, KpiNumber.Escalated];

    public async Task<IReadOnlyList<WorthReading>> RunAsync(DateOnly day, CancellationToken cancel)
    {
        List<WorthReading> found = [];
        foreach (var number in WorstFirst)
        {
            if (found.Count < Most)
            {
                // Several rows may lie in one dialog, and some in dialogs that are named already.
                var page = await rows.RunAsync(new IKpiDrillDown.Request(new KpiFilter(day, day.AddDays(1)), number, Take: 20), cancel);
                var more = page.Rows.Where(row => row.SessionId is not null).Select(row => new WorthReading(row.SessionId!.Value, row.At, row.Channel, number));
                found = [.. found.Concat(more).DistinctBy(dialog => dialog.Session).Take(Most)];
            }
        }

        return found;
    }
}
