using System.Collections.Concurrent;

namespace AuditDashboard.Reminders.Board;

/// <summary>
/// What somebody has decided and may still take back: the log can only be added to, so the way back is not to have written yet. What is held when the
/// application stops is done at once.
/// </summary>
internal sealed partial class HeldActs(TimeProvider time, ILogger<HeldActs> logger) : IHostedService
{
    /// <summary>How long the way back is offered.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<Guid, (CancellationTokenSource Cancel, Func<Task> Act)> _held = new();

    /// <returns>Takes it back: false when it was done already.</returns>
    public Func<bool> Hold(Func<Task> act)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var cancel = new CancellationTokenSource();
        _held[id] = (cancel, act);
        _ = WaitAsync(id, cancel.Token);
        return () => TakeBack(id);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var id in _held.Keys)
        {
            await DoAsync(id);
        }
    }

    private bool TakeBack(Guid id)
    {
        if (!_held.TryRemove(id, out var held))
        {
            return false;
        }

        held.Cancel.Cancel();
        held.Cancel.Dispose();
        return true;
    }

    private async Task WaitAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(Patience, time, cancel);
            await DoAsync(id);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Taken back.
        }
    }

    private async Task DoAsync(Guid id)
    {
        if (!_held.TryRemove(id, out var held))
        {
            return;
        }

        try
        {
            await held.Act();
        }
        catch (Exception problem)
        {
            LogLost(problem);
        }
        finally
        {
            held.Cancel.Dispose();
        }
    }

    [LoggerMessage(EventId = 4040, Level = LogLevel.Error, Message = "What a person said about a booking could not be written")]
    private partial void LogLost(Exception problem);
}
