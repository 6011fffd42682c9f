using AuditDashboard.Retention.Erasure;
using AuditDashboard.Retention.Rules;

namespace AuditDashboard.Retention.Runs;

/// <summary>The run nobody asks for.</summary>
internal sealed class RunNightly(RunRetention retention, RetentionRules rules, ErasureFiles papers)
{
    public async Task HandleAsync(CancellationToken cancel)
    {
        await retention.GoOnAsync(cancel);
        await retention.HandleAsync(await rules.CurrentAsync(cancel), "schedule", null, cancel);
        papers.RemoveExpired();
    }
}
