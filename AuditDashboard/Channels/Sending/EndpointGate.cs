namespace AuditDashboard.Channels.Sending;

/// <summary>
/// Keeps the pace of one endpoint. Messages wait here for their turn; after a 429 nobody goes through before the service said so, and then one goes
/// first and the others wait to see how it fares: a storm costs one try a window.
/// </summary>
internal sealed class EndpointGate(Pace pace, TimeProvider time)
{
    /// <summary>Whoever would wait longer comes again later instead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int ManyChats = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _chats = new(StringComparer.Ordinal);
    private readonly TimeSpan _gap = TimeSpan.FromSeconds(1 / pace.PerSecond);
    private DateTimeOffset _next;
    private DateTimeOffset _pausedUntil;

    /// <summary>The one that goes first after a pause, while it is on its way.</summary>
    private TaskCompletionSource? _scout;
    private bool _isCareful;

    /// <summary>When to go.</summary>
    /// <param name="StayAway">Do not go: come again after this. Null = go, and then <see cref="Leave"/>.</param>
    /// <param name="IsScout">The others wait to see how it fares.</param>
    public readonly record struct Turn(TimeSpan? StayAway, bool IsScout = false);

    public async Task<Turn> EnterAsync(string chat, CancellationToken cancel)
    {
        var (at, stayAway) = Reserve(chat);
        if (stayAway is not null)
        {
            return new Turn(stayAway);
        }

        await DelayAsync(at, cancel);
        while (true)
        {
            Task scout;
            lock (_lock)
            {
                if (Remaining() is { } wait)
                {
                    return new Turn(wait);
                }

                if (!_isCareful)
                {
                    return default;
                }

                if (_scout is null)
                {
                    _scout = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    return new Turn(null, IsScout: true);
                }

                scout = _scout.Task;
            }

            await scout.WaitAsync(cancel);
        }
    }

    /// <param name="pause">The service wants to hear nothing for so long; null = it answered otherwise, or could not be reached.</param>
    public void Leave(Turn turn, TimeSpan? pause)
    {
        TaskCompletionSource? scout = null;
        lock (_lock)
        {
            if (pause is { } wait)
            {
                var until = time.GetUtcNow() + wait;
                (_pausedUntil, _isCareful) = (until > _pausedUntil ? until : _pausedUntil, true);
            }

            // An answer to a call from before the pause says nothing about what comes after it.
            if (turn.IsScout)
            {
                _isCareful = pause is not null;
                (scout, _scout) = (_scout, null);
            }
        }

        scout?.TrySetResult();
    }

    /// <summary>A place in the queue, or how long to stay away; places are given in the order of asking.</summary>
    private (DateTimeOffset At, TimeSpan? StayAway) Reserve(string chat)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (Remaining() is { } wait)
            {
                return (now, wait);
            }

            var earliest = now - (_gap * (pace.Burst - 1));
            var slot = _next > earliest ? _next : earliest;
            var at = Latest(now, slot, _chats.GetValueOrDefault(chat));
            if (at - now > Patience)
            {
                return (now, at - now);
            }

            // A chat that must wait holds up nobody else: it takes a place of the endpoint's now, not then.
            _next = slot + _gap;
            _chats[chat] = at + pace.PerChat;
            Forget(now);
            return (at, null);
        }
    }

    private TimeSpan? Remaining() => _pausedUntil - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero ? wait : null;

    private Task DelayAsync(DateTimeOffset at, CancellationToken cancel) =>
        at - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero ? Task.Delay(wait, time, cancel) : Task.CompletedTask;

    private void Forget(DateTimeOffset now)
    {
        if (_chats.Count > ManyChats)
        {
            foreach (var (chat, _) in _chats.Where(pair => pair.Value <= now).ToList())
            {
                _chats.Remove(chat);
            }
        }
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset two, DateTimeOffset three)
    {
        var later = one > two ? one : two;
        return later > three ? later : three;
    }
}
