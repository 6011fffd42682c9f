using AuditDashboard.Foundation;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Rules;

namespace AuditDashboard.Retention.Runs;

/// <summary>What a run would do, found exactly as the run finds it, and left alone.</summary>
internal sealed class PreviewRetention(RetentionOwners owners, HoldBook holds, TimeProvider time)
{
    private const int AtOnce = 5000;

    public async Task<RunRow> RunAsync(RetentionDays days, CancellationToken cancel)
    {
        var run = new RunRow
        {
            StartedAt = time.GetUtcNow(), ConversationDays = days.Conversations, CallDays = days.Calls, QuarantineDays = days.Quarantine,
            LastSeq = await owners.LastSeqAsync(cancel),
        };
        var order = run.Order;
        order.Most = AtOnce;
        await holds.ReadIntoAsync(order, cancel);
        HashSet<SessionId> dialogs = [];
        foreach (var owner in owners.InOrder)
        {
            await owner.PrepareAsync(order, cancel);
        }

        foreach (var owner in owners.InOrder)
        {
            await foreach (var batch in owner.OlderAsync(order, cancel))
            {
                run.Add(batch);
                dialogs.UnionWith(batch.Sessions);
            }
        }

        run.Dialogs = dialogs.Count;
        return run;
    }
}
