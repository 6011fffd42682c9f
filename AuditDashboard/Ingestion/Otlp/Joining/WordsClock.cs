namespace AuditDashboard.Ingestion.Otlp.Joining;

/// <summary>Once a minute.</summary>
internal sealed partial class WordsClock(SettleWords settling, TimeProvider time, ILogger<WordsClock> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await settling.HandleAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogNotSettled(problem);
            }
        }
    }

    [LoggerMessage(EventId = 2111, Level = LogLevel.Error, Message = "Words that wait for their span could not be settled; tried again in a minute")]
    private partial void LogNotSettled(Exception problem);
}
