namespace AuditDashboard.Exports.Files;

/// <summary>Writes the files that wait, one after the other: a page is never kept waiting, and the log is read by one at a time.</summary>
internal sealed partial class RunExports(ExportShelf shelf, ExportProgress progress, MakeFile make, ILogger<RunExports> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await shelf.RequeueAsync(stoppingToken);
        progress.Wake();
        await foreach (var _ in progress.WantedAsync(stoppingToken))
        {
            try
            {
                while (await shelf.NextAsync(stoppingToken) is { } row)
                {
                    await make.HandleAsync(row, stoppingToken);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogStuck(problem);
            }
        }
    }

    [LoggerMessage(EventId = 5210, Level = LogLevel.Error, Message = "The queue of exports stopped; it goes on with the next one asked for")]
    private partial void LogStuck(Exception problem);
}
