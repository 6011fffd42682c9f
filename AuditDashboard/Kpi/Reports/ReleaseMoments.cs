using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Kpi.Reports;

/// <summary>When releases came into force: what a line in a chart may have changed for.</summary>
internal sealed class ReleaseMoments(IEventReader events, SalonClock clock)
{
    /// <summary>More lines than that hide the chart.</summary>
    private const int Most = 12;

    public async Task<IReadOnlyList<KpiOverview.Release>> RunAsync(KpiFilter filter, CancellationToken cancel)
    {
        List<KpiOverview.Release> found = [];
        foreach (var type in new[] { EventTypes.ReleaseActivated, EventTypes.ReleaseRolledBack })
        {
            var stored = await events.ListAsync(new EventFilter(Type: type, From: clock.StartOf(filter.From), To: clock.StartOf(filter.To), Limit: Most), cancel);
            found.AddRange(stored.Where(item => NameOf(item) is not null)
                .Select(item => new KpiOverview.Release(item.EffectiveAt, NameOf(item)!, type == EventTypes.ReleaseRolledBack)));
        }

        return [.. found.OrderBy(release => release.At).TakeLast(Most)];
    }

    private static string? NameOf(StoredEvent stored) => stored.Content?.Release ?? stored.Content?.DataText("release");
}
