using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Events.Log;

/// <summary>
/// Group commit: whoever finds nobody writing writes for all who wait. A lone caller commits on its own thread; when more have queued up meanwhile, a
/// thread of the log's own goes on until nobody waits, so that no batch stands in the pool's queue behind the answers to the last one. Many callers
/// share one fsync. No linger timer: what queues up during a commit is the next batch.
/// </summary>
internal sealed class EventLog(EventWriter writer, IOptions<EventLogOptions> options, TimeProvider time) : IEventLog, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<AppendRequest> _waiting = new();
    private readonly int _capacity = options.Value.QueueEvents;
    private readonly SemaphoreSlim _more = new(0);
    private Thread? _thread;
    private volatile bool _stopped;
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

    /// <summary>Nobody waits any more: the host stops only after its callers have their answers.</summary>
    public void Dispose()
    {
        _stopped = true;
        _more.Release();
        _thread?.Join();
        _more.Dispose();
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
        await writer.WriteAsync(Take());
        if (!IsDone())
        {
            StartThread();
            _more.Release();
        }
    }

    private void StartThread()
    {
        if (_thread is null)
        {
            _thread = new Thread(WriteOn) { IsBackground = true, Name = "log writer" };
            _thread.Start();
        }
    }

    private void WriteOn()
    {
        for (_more.Wait(); !_stopped; _more.Wait())
        {
            do
            {
                writer.Write(Take());
            }
            while (!IsDone());
        }
    }

    private bool IsDone()
    {
        lock (_lock)
        {
            _writing = _waiting.Count > 0;
            return !_writing;
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
