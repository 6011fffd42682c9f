using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

/// <summary>Tells some people's stories and writes them down. One that cannot be told holds up no other.</summary>
internal sealed partial class TellStories(StoryTeller teller, StoryWriter writer, TimeProvider time, ILogger<TellStories> logger)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(5);

    private readonly StoryPace _pace = new(time);
    private readonly Dictionary<ClientId, DateTimeOffset> _deferred = [];

    public string Rules => teller.Rules;

    /// <param name="since">Sessions with an event after this seq are news.</param>
    /// <param name="mayDefer">Huge stories that were told a moment ago may come due a little later instead.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> HandleAsync(IReadOnlyList<ClientId> roots, long since, bool mayDefer, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var ready = mayDefer ? await DeferHugeAsync(roots, cancel) : roots;
        var told = await TellAsync(ready, since, cancel);
        var worked = time.GetElapsedTime(began);
        _pace.Note(told, worked);
        return worked;
    }

    private async Task<IReadOnlyList<ToldStory>> TellAsync(IReadOnlyList<ClientId> roots, long since, CancellationToken cancel)
    {
        try
        {
            var told = await teller.TellAsync(roots, cancel);
            if (told.Count > 0)
            {
                await writer.WriteAsync(told, since, cancel);
            }

            return told;
        }
        catch (Exception problem) when (problem is not OperationCanceledException && roots.Count > 1)
        {
            List<ToldStory> alone = [];
            foreach (var root in roots)
            {
                alone.AddRange(await TellAsync([root], since, cancel));
            }

            return alone;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A storage that is down fails to note this too: then nothing moves on, and nothing is forgotten.
            LogUntold(roots[0], problem);
            await writer.WriteDueAsync(roots[0], time.GetUtcNow() + TryAgain, cancel);
            return [];
        }
    }

    private async Task<IReadOnlyList<ClientId>> DeferHugeAsync(IReadOnlyList<ClientId> roots, CancellationToken cancel)
    {
        List<ClientId> ready = [];
        foreach (var root in roots)
        {
            if (_pace.NotBefore(root) is not { } moment)
            {
                _deferred.Remove(root);
                ready.Add(root);
            }
            else if (_deferred.TryAdd(root, moment))
            {
                // Once: while events pour in, every commit here is one the log waits for.
                await writer.WriteDueAsync(root, moment, cancel);
            }
        }

        return ready;
    }

    [LoggerMessage(EventId = 2302, Level = LogLevel.Error, Message = "The story of client {Client} cannot be told; tried again in 5 minutes")]
    private partial void LogUntold(ClientId client, Exception problem);
}
