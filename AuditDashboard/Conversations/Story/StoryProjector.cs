namespace AuditDashboard.Conversations.Story;

/// <summary>
/// Tells the stories of the clients that new events or passed deadlines have touched, and writes them down. Remembers on disk how far it came,
/// so that a crash costs nothing but telling some stories twice, which changes nothing.
/// </summary>
internal sealed partial class StoryProjector(
    StoryNews news, StorySource source, TellStories telling, StoryWriter writer, TimeProvider time, ILogger<StoryProjector> logger) : BackgroundService
{
    private const int People = 32;
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    private readonly StoryQueue _queue = new();
    private readonly List<StoryNews.Request> _asked = [];
    private (long Seq, string Rules) _written = (-1, "");
    private DateTimeOffset _writtenAt;
    private string _told = "";
    private long _seen;
    private bool _rebuilding;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ready = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!ready)
                {
                    await BeginAsync(stoppingToken);
                    ready = true;
                }

                await RunAsync(stoppingToken);
                await news.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception problem)
            {
                // The log goes on without its numbers; they catch up as soon as the database lets them.
                LogFault(problem);
                ready = false;
                await Task.Delay(Breath, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        _asked.ForEach(request => request.Done.TrySetCanceled(CancellationToken.None));
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        var state = await source.StateAsync(cancel);
        _seen = state?.Seq ?? 0;
        _written = (state?.Seq ?? -1, state?.Rules ?? "");
        var last = await source.LastSeqAsync(cancel);
        _queue.Add(await source.ChangedAfterAsync(_seen, cancel));
        _seen = last;
        if (state is not null && state.Rules != telling.Rules)
        {
            LogRules();
            await BeginRebuildAsync(cancel);
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        do
        {
            await CollectAsync(cancel);
            news.NoteWaiting(_queue.Count);
            await TellSomeAsync(cancel);
        }
        while (!_queue.IsEmpty);

        news.NoteWaiting(0);
        await SettleAsync(cancel);
    }

    private async Task CollectAsync(CancellationToken cancel)
    {
        var requests = news.TakeRequests();
        _asked.AddRange(requests);
        var settled = _told.Length > 0 && _told != telling.Rules;
        _told = telling.Rules;
        if (settled)
        {
            LogRules();
        }

        if (settled || requests.Exists(request => request.Rebuild))
        {
            await BeginRebuildAsync(cancel);
        }

        var (last, touched) = news.TakeClients();
        if (last > _seen)
        {
            _queue.Add(await source.RootsAsync(touched, cancel));
            _seen = last;
        }

        _queue.Add(await source.DueAsync(cancel));
    }

    private async Task TellSomeAsync(CancellationToken cancel)
    {
        news.TakeAppended();
        var roots = _queue.Take(People);
        try
        {
            // Whoever asked waits for every story, the huge ones too.
            var worked = await telling.HandleAsync(roots, _written.Seq, mayDefer: _asked.Count == 0, cancel);
            if (StoryPace.RestAfter(worked, news.TakeAppended()) is { Ticks: > 0 } rest)
            {
                await news.RestAsync(rest, cancel);
            }
        }
        catch
        {
            // Who was taken must not be forgotten: the mark on disk will move past their events.
            _queue.Add(roots);
            throw;
        }
    }

    private async Task BeginRebuildAsync(CancellationToken cancel)
    {
        _rebuilding = true;
        _queue.Add(await source.EveryoneAsync(cancel));
    }

    private async Task SettleAsync(CancellationToken cancel)
    {
        if (_rebuilding)
        {
            await writer.RebuildAsync(cancel);
            _rebuilding = false;
        }

        var now = time.GetUtcNow();
        if (_written != (_seen, telling.Rules) && (_asked.Count > 0 || now - _writtenAt >= StoryPace.MarkApart))
        {
            await writer.WriteStateAsync(_seen, telling.Rules, cancel);
            (_written, _writtenAt) = ((_seen, telling.Rules), now);
        }

        _asked.ForEach(request => request.Done.TrySetResult());
        _asked.Clear();
    }

    [LoggerMessage(EventId = 2300, Level = LogLevel.Error, Message = "Clients' stories could not be told; tried again shortly")]
    private partial void LogFault(Exception problem);

    [LoggerMessage(EventId = 2301, Level = LogLevel.Information, Message = "The salon's zones or rules changed: every story is told anew")]
    private partial void LogRules();
}
