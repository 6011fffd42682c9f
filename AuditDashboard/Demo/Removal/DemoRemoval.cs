using AuditDashboard.Demo.Marking;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Demo.Removal;

/// <summary>
/// Takes the made-up salon out: all owners of tables in one transaction. A mark before it, so that a removal that is cut short is ended at the
/// next start, and one after it. People, keys and settings stay.
/// </summary>
internal sealed partial class DemoRemoval(
    ITransactions transactions, IEnumerable<IBotRemoval> owners, IEnumerable<IAppendStep> steps, DemoMarks marks, TimeProvider time, ILogger<DemoRemoval> logger)
{
    private static readonly string[] Bots = [DemoSalon.AssistantBot, DemoSalon.JournalBot];

    /// <summary>The log's refusal, or null when everything is gone.</summary>
    public async Task<Refusal?> RunAsync(CancellationToken cancel) =>
        await marks.SetAsync(DemoState.Dismissed, null, default, cancel) ?? await FinishAsync(cancel);

    public async Task<Refusal?> FinishAsync(CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        await transactions.RunAsync(Remove, cancel);
        foreach (var owner in owners)
        {
            owner.Announce();
        }

        var took = time.GetElapsedTime(began);
        LogRemoved(took);
        return await marks.SetAsync(DemoState.Removed, null, default, cancel);
    }

    private void Remove(WriteConnection store)
    {
        var removal = new BotRemoval(Bots);
        foreach (var owner in owners.OrderBy(owner => owner.Order))
        {
            owner.Remove(store, removal);
        }

        // What the write path remembers of sessions and clients is gone.
        foreach (var step in steps)
        {
            step.Forget();
        }
    }

    [LoggerMessage(EventId = 5420, Level = LogLevel.Information, Message = "The demo data were removed in {Took}")]
    private partial void LogRemoved(TimeSpan took);
}
