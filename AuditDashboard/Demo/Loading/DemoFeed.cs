using AuditDashboard.Events;

namespace AuditDashboard.Demo.Loading;

/// <summary>Brings the made-up history into the log as if it had been received when it happened. What is there already is passed over.</summary>
internal sealed partial class DemoFeed(IEventLog log, TimeProvider time, ILogger<DemoFeed> logger)
{
    private const int Batch = 500;
    private const int Progress = 100_000;

    /// <exception cref="InvalidOperationException">The log takes nothing.</exception>
    public async Task RunAsync(DemoPreset preset, DateOnly today, CancellationToken cancel)
    {
        var (began, count) = (time.GetTimestamp(), 0);
        foreach (var events in new DemoGenerator(preset, today).Events().Chunk(Batch))
        {
            cancel.ThrowIfCancellationRequested();
            await AppendAsync(Array.ConvertAll(events, Draft), cancel);
            count += events.Length;
            if (count % Progress == 0)
            {
                LogProgress(count);
            }
        }

        var took = time.GetElapsedTime(began);
        LogLoaded(count, preset.Name, took);
    }

    private async Task AppendAsync(EventDraft[] drafts, CancellationToken cancel)
    {
        while (await log.AppendAsync(drafts, cancel) is { Refusal: { } refusal })
        {
            if (refusal.Code != "busy")
            {
                throw new InvalidOperationException($"The demo could not be stored: {refusal.Code}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancel);
        }
    }

    private static EventDraft Draft(DemoEvent happened)
    {
        var content = EventJudge.Judge(happened.Json, out var problems)
            ?? throw new InvalidOperationException($"A made-up event that is not valid: {string.Join(", ", problems.Keys)}");
        return new EventDraft { Bot = happened.Bot, Envelope = "demo", Content = content, Json = happened.Json, ReceivedAt = happened.ReceivedAt };
    }

    [LoggerMessage(EventId = 5400, Level = LogLevel.Information, Message = "{Count} made-up events stored so far")]
    private partial void LogProgress(int count);

    [LoggerMessage(EventId = 5401, Level = LogLevel.Information, Message = "{Count} made-up events of preset {Preset} stored in {Took}")]
    private partial void LogLoaded(int count, string preset, TimeSpan took);
}
