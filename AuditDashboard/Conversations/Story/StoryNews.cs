using System.Collections.Concurrent;
using System.Threading.Channels;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;

namespace AuditDashboard.Conversations.Story;

/// <summary>Wakes the projector: on new events, each second for what became due, when the owner settles other rules, and when somebody asks for stories told up to now.</summary>
internal sealed class StoryNews : IDisposable
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentQueue<Request> _requests = new();
    private readonly IDisposable _listening;
    private readonly IDisposable _settled;
    private readonly ITimer _each;
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private HashSet<ClientId> _clients = [];
    private DateTimeOffset? _behindSince;
    private int _waiting;
    private long _lastSeq;
    private int _appended;
    private TaskCompletionSource? _asked;

    public StoryNews(Pulse<EventsAppended> appended, Pulse<SettingsChanged> settled, TimeProvider time)
    {
        _time = time;
        _listening = appended.Listen(Append);
        _settled = settled.Listen(_ => Wake());
        _each = time.CreateTimer(_ => Wake(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>How many people's events are not told yet, and since when (UTC) there are any.</summary>
    public (int People, DateTimeOffset? Since) Lag
    {
        get
        {
            lock (_lock)
            {
                return (_waiting + _clients.Count, _behindSince);
            }
        }
    }

    /// <summary>The projector says how many people it has yet to tell.</summary>
    public void NoteWaiting(int people)
    {
        lock (_lock)
        {
            _waiting = people;
            _behindSince = people + _clients.Count == 0 ? null : _behindSince ?? _time.GetUtcNow();
        }
    }

    /// <summary>Events came since this was asked last.</summary>
    public bool TakeAppended() => Interlocked.Exchange(ref _appended, 0) > 0;

    public async Task WaitAsync(CancellationToken cancel) => await _signal.Reader.ReadAsync(cancel);

    /// <summary>Done when every event accepted before this call is in its client's story; with <paramref name="rebuild"/>, when every story was told anew.</summary>
    public Task AskAsync(bool rebuild)
    {
        var request = new Request(rebuild, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _requests.Enqueue(request);
        Volatile.Read(ref _asked)?.TrySetResult();
        Wake();
        return request.Done.Task;
    }

    /// <summary>Gives way for a while; somebody who asks ends it.</summary>
    public async Task RestAsync(TimeSpan rest, CancellationToken cancel)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _asked, asked);
        if (_requests.IsEmpty)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            await Task.WhenAny(Task.Delay(rest, _time, over.Token), asked.Task);
            await over.CancelAsync();
        }

        cancel.ThrowIfCancellationRequested();
    }

    public List<Request> TakeRequests()
    {
        List<Request> taken = [];
        while (_requests.TryDequeue(out var request))
        {
            taken.Add(request);
        }

        return taken;
    }

    public void Dispose()
    {
        _listening.Dispose();
        _settled.Dispose();
        _each.Dispose();
    }

    /// <summary>The clients of the commits since this was asked last, and the newest seq among them; 0 without any.</summary>
    public (long LastSeq, IReadOnlyCollection<ClientId> Clients) TakeClients()
    {
        lock (_lock)
        {
            var taken = (_lastSeq, _clients);
            (_lastSeq, _clients) = (0, []);
            return taken;
        }
    }

    private void Append(EventsAppended commit)
    {
        lock (_lock)
        {
            _lastSeq = commit.LastSeq;
            _clients.UnionWith(commit.Clients);
            _behindSince ??= _clients.Count > 0 ? _time.GetUtcNow() : null;
        }

        Volatile.Write(ref _appended, 1);
        Wake();
    }

    private void Wake() => _signal.Writer.TryWrite(true);

    public sealed record Request(bool Rebuild, TaskCompletionSource Done);
}
