using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Events.Log;

/// <summary>
/// Group commit without a thread of its own: whoever finds nobody writing writes for all who wait, then hands on. A lone caller commits on its own
/// thread; many callers share one fsync. No linger timer: what queues up during a commit is the next batch.
/// </summary>
internal sealed class EventLog(EventWriter writer, IOptions<EventLogOptions> options, TimeProvider time) : IEventLog
{
    private readonly Lock _lock = new();
    private readonly Queue<AppendRequest> _waiting = new();
    private readonly int _capacity = options.Value.QueueEvents;
    private int _queued;
    private bool _writing;

    public async ValueTask<Outcome<Appended[]>> AppendAsync(IReadOnlyList<EventDraft> drafts, CancellationToken cancel)
    {
        if (drafts.Count == 0)
        {
            return Array.Empty<Appended>();
        }

        cancel.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _queued) + drafts.Count > _capacity)
        {
            return Refusals.Busy;
        }

        var request = new AppendRequest(Seal(drafts));
        bool lead;
        lock (_lock)
        {
            if (_queued + drafts.Count > _capacity)
            {
                return Refusals.Busy;
            }

            _queued += drafts.Count;
            _waiting.Enqueue(request);
            lead = !_writing;
            _writing = true;
        }

        if (lead)
        {
            await WriteOneBatchAsync();
        }

        return await request.Done;
    }

    private SealedEvent[] Seal(IReadOnlyList<EventDraft> drafts)
    {
        var now = time.GetUtcNow();
        var events = new SealedEvent[drafts.Count];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = SealedEvent.Seal(drafts[i], drafts[i].ReceivedAt ?? now);
        }

        return events;
    }

    private async Task WriteOneBatchAsync()
    {
        var batch = Take();
        await writer.WriteAsync(batch);
        lock (_lock)
        {
            _writing = _waiting.Count > 0;
            if (_writing)
            {
                ThreadPool.UnsafeQueueUserWorkItem(static log => _ = log.WriteOneBatchAsync(), this, preferLocal: false);
            }
        }
    }

    private List<AppendRequest> Take()
    {
        var batch = new List<AppendRequest>();
        lock (_lock)
        {
            for (var events = 0; events < options.Value.BatchEvents && _waiting.TryDequeue(out var request); events += request.Events.Length)
            {
                batch.Add(request);
                _queued -= request.Events.Length;
            }
        }

        return batch;
    }
}
