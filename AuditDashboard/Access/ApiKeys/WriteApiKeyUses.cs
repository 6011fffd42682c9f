using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>Every five minutes, and once more at the end.</summary>
internal sealed partial class WriteApiKeyUses(ApiKeyUses uses, TimeProvider time, ILogger<WriteApiKeyUses> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryWriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await TryWriteAsync(CancellationToken.None);
        }
    }

    private async Task TryWriteAsync(CancellationToken cancel)
    {
        try
        {
            await uses.WriteAsync(cancel);
        }
        catch (DbUpdateException problem)
        {
            LogNotWritten(problem);
        }
    }

    [LoggerMessage(EventId = 1210, Level = LogLevel.Warning, Message = "The days of last use of API keys could not be written")]
    private partial void LogNotWritten(Exception problem);
}
