using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Search;

/// <summary>Once a second indexes what came, in as few transactions as it takes, and gives way while events pour in.</summary>
internal sealed partial class WordProjector(IndexWords words, Pulse<EventsAppended> appended, TimeProvider time, ILogger<WordProjector> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>Each portion holds up the log while it is written: a search may lag behind a flood, an answer to a bot may not.</summary>
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(250);

    // What an earlier run left behind is waiting too.
    private int _news = 1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = appended.Listen(_ => Volatile.Write(ref _news, 1));
        using var each = new PeriodicTimer(Pace, time);
        do
        {
            if (Interlocked.Exchange(ref _news, 0) == 1)
            {
                await CatchUpAsync(stoppingToken);
            }
        }
        while (await each.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        try
        {
            bool more;
            do
            {
                var began = time.GetTimestamp();
                more = await words.HandleAsync(cancel);
                if (StoryPace.RestAfter(time.GetElapsedTime(began), Volatile.Read(ref _news) == 1) is { Ticks: > 0 } rest)
                {
                    await Task.Delay(rest > LeastRest ? rest : LeastRest, time, cancel);
                }
            }
            while (more);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The log goes on without its search, which catches up as soon as the database lets it.
            LogFault(problem);
            Volatile.Write(ref _news, 1);
        }
    }

    [LoggerMessage(EventId = 2304, Level = LogLevel.Error, Message = "Words could not be indexed; tried again in a second")]
    private partial void LogFault(Exception problem);
}
