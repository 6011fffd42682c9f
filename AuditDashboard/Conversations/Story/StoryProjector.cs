using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

/// <summary>
/// Tells the stories of the clients that new events or passed deadlines have touched, and writes them down. Remembers on disk how far it came,
/// so that a crash costs nothing but telling some stories twice, which changes nothing.
/// </summary>
internal sealed partial class StoryProjector(
    StoryNews news, StorySource source, StoryTeller teller, StoryWriter writer, TimeProvider time, ILogger<StoryProjector> logger) : BackgroundService
{
    private const int People = 32;
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    private readonly StoryQueue _queue = new();
    private readonly StoryPace _pace = new(time);
    private readonly List<StoryNews.Request> _asked = [];
    private (long Seq, string Rules) _written = (-1, "");
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
        if (state is not null && state.Rules != teller.Rules)
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
            await TellSomeAsync(cancel);
        }
        while (!_queue.IsEmpty);

        await SettleAsync(cancel);
    }

    private async Task CollectAsync(CancellationToken cancel)
    {
        var requests = news.TakeRequests();
        _asked.AddRange(requests);
        if (requests.Exists(request => request.Rebuild))
        {
            await BeginRebuildAsync(cancel);
        }

        var last = await source.LastSeqAsync(cancel);
        if (last > _seen)
        {
            _queue.Add(await source.ChangedAfterAsync(_seen, cancel));
            _seen = last;
        }

        _queue.Add(await source.DueAsync(cancel));
    }

    private async Task TellSomeAsync(CancellationToken cancel)
    {
        news.TakeAppended();
        var began = time.GetTimestamp();
        var told = await teller.TellAsync(await DeferHugeAsync(_queue.Take(People), cancel), cancel);
        if (told.Count == 0)
        {
            return;
        }

        await WriteAsync(told, cancel);
        var worked = time.GetElapsedTime(began);
        _pace.Note(told, worked);
        var rest = StoryPace.RestAfter(worked, news.TakeAppended());
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancel);
        }
    }

    private async Task WriteAsync(IReadOnlyList<ToldStory> told, CancellationToken cancel)
    {
        try
        {
            await writer.WriteAsync(told, _written.Seq, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Nothing of it was written, and the mark on disk has not moved: told again after a breath.
            LogFault(problem);
            _queue.Add([.. told.Select(story => story.Root)]);
            await Task.Delay(Breath, time, cancel);
        }
    }

    private async Task<List<ClientId>> DeferHugeAsync(List<ClientId> roots, CancellationToken cancel)
    {
        foreach (var root in roots.ToList())
        {
            if (_pace.NotBefore(root) is { } moment && _asked.Count == 0)
            {
                await writer.WriteDueAsync(root, moment, cancel);
                roots.Remove(root);
            }
        }

        return roots;
    }

    private async Task BeginRebuildAsync(CancellationToken cancel)
    {
        _rebuilding = true;
        _queue.Add(await teller.EveryoneAsync(cancel));
    }

    private async Task SettleAsync(CancellationToken cancel)
    {
        if (_rebuilding)
        {
            await writer.RebuildAsync(cancel);
            _rebuilding = false;
        }

        if (_written != (_seen, teller.Rules))
        {
            await writer.WriteStateAsync(_seen, teller.Rules, cancel);
            _written = (_seen, teller.Rules);
        }

        _asked.ForEach(request => request.Done.TrySetResult());
        _asked.Clear();
    }

    [LoggerMessage(EventId = 2300, Level = LogLevel.Error, Message = "Clients' stories could not be told; tried again shortly")]
    private partial void LogFault(Exception problem);

    [LoggerMessage(EventId = 2301, Level = LogLevel.Information, Message = "The salon's zones or rules changed: every story is told anew")]
    private partial void LogRules();
}
