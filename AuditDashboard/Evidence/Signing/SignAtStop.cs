namespace AuditDashboard.Evidence.Signing;

/// <summary>Signs what came since the last checkpoint once nobody is served any more.</summary>
internal sealed partial class SignAtStop(SignCheckpoint sign, CheckpointShelf shelf, ILogger<SignAtStop> logger) : IHostedLifecycleService
{
    private bool _started;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started = true;
        return Task.CompletedTask;
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_started && await shelf.SizeAsync(cancellationToken) > 0)
            {
                await sign.HandleAsync(CheckpointKind.Shutdown, whole: false, cancellationToken);
            }
        }
        catch (ObjectDisposedException)
        {
            // Torn down without a stop: there is nothing left to sign with.
        }
        catch (Exception problem)
        {
            // The next start signs; nothing is lost but the earlier moment.
            LogUnsigned(problem);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 2403, Level = LogLevel.Warning, Message = "No checkpoint could be signed at the stop")]
    private partial void LogUnsigned(Exception problem);
}
