namespace AuditDashboard.Backups.Target;

/// <summary>Sends a backup as soon as it is made, without keeping who made it waiting; the sweep is for what failed.</summary>
internal sealed class SendWhenMade(SendSignal signal, SendBackups sending) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in signal.WantedAsync(stoppingToken))
        {
            await sending.HandleAsync(stoppingToken);
        }
    }
}
