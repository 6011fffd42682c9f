using AuditDashboard.Backups.Files;

namespace AuditDashboard.Backups.Making;

/// <summary>Carries out what people and keys ask for, one after the other.</summary>
internal sealed partial class RunBackups(BackupWork work, CarryOut carryOut, AdoptBackups adopt, ILogger<RunBackups> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Run(() => adopt.Handle(stoppingToken), stoppingToken);
        await foreach (var order in work.OrdersAsync(stoppingToken))
        {
            try
            {
                await carryOut.HandleAsync(order, stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogStuck(problem);
            }
        }
    }

    [LoggerMessage(EventId = 5104, Level = LogLevel.Error, Message = "The queue of backups stopped; it goes on with the next one asked for")]
    private partial void LogStuck(Exception problem);
}
