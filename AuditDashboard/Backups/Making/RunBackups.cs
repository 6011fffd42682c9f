using AuditDashboard.Backups.Files;

namespace AuditDashboard.Backups.Making;

/// <summary>Carries out what people and keys ask for, one after the other.</summary>
internal sealed partial class RunBackups(BackupWork work, CarryOut carryOut, MakeBackup make, AdoptBackups adopt, ILogger<RunBackups> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TidyAsync(stoppingToken);
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

    private async Task TidyAsync(CancellationToken cancel)
    {
        await work.One.WaitAsync(cancel);
        try
        {
            make.Clear();
            adopt.Handle(cancel);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogUntidy(problem);
        }
        finally
        {
            work.One.Release();
        }
    }

    [LoggerMessage(EventId = 5105, Level = LogLevel.Warning, Message = "The folder of backups could not be tidied at the start")]
    private partial void LogUntidy(Exception problem);

    [LoggerMessage(EventId = 5104, Level = LogLevel.Error, Message = "The queue of backups stopped; it goes on with the next one asked for")]
    private partial void LogStuck(Exception problem);
}
