using AuditDashboard.Channels.Arrivals;
using AuditDashboard.Events;
using AuditDashboard.Ingestion;
using static AuditDashboard.Ingestion.RefusedCalls;

namespace AuditDashboard.Channels.Connect;

/// <summary>Looks for the first event of a sender, and for what was refused meanwhile.</summary>
internal sealed class LiveCheckQuery(ArrivalsQuery arrivals, IEventReader events, RefusedCalls refused)
{
    /// <summary>Events looked through for the very first one; behind them the newest must do.</summary>
    private const int Most = 500;

    public async Task<SeenEvent?> FirstAsync(CheckTarget target, CancellationToken cancel)
    {
        var newest = await arrivals.LastSeqAsync(target.Bot, target.EndpointId ?? "", cancel);
        if (newest <= target.AfterSeq)
        {
            return null;
        }

        var first = (await events.ListAsync(new EventFilter(target.AfterSeq, Most), cancel)).FirstOrDefault(stored => IsTheirs(stored, target))
            ?? (await events.ListAsync(new EventFilter(newest - 1, 1), cancel)).FirstOrDefault(stored => IsTheirs(stored, target));
        return first is null ? null : SeenEvent.Of(first);
    }

    /// <summary>The newest first. Strangers count too: a wrong key or address is a stranger's.</summary>
    public IReadOnlyList<Refused> Refusals(CheckTarget target) => refused.Latest(CallersOf(target), target.Since);

    /// <summary>True when the call came to the right address with a key we know, whatever was wrong with it.</summary>
    public bool WasReached(CheckTarget target) => refused.Latest(CallersOf(target).Skip(1), target.Since).Count > 0;

    public static bool Concerns(CheckTarget target, Caller caller) => CallersOf(target).Contains(caller);

    private static IEnumerable<Caller> CallersOf(CheckTarget target) => target.IsByKey
        ? [Caller.UnknownKey, .. target.KeyIds.Select(key => new Caller(null, key))]
        : [Caller.UnknownEndpoint, new Caller(target.EndpointId, null)];

    private static bool IsTheirs(StoredEvent stored, CheckTarget target) => stored.Bot == target.Bot && stored.Endpoint == target.EndpointId;
}
