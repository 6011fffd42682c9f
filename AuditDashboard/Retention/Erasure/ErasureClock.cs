using AuditDashboard.Retention.Rules;
using AuditDashboard.Retention.Runs;

namespace AuditDashboard.Retention.Erasure;

/// <summary>At the start ends what was cut short, then carries out what is asked for; what failed is tried again every few minutes.</summary>
internal sealed partial class ErasureClock(
    CarryOutErasures erasures, RunRetention retention, RetentionRules rules, ErasureWake wake, TimeProvider time, ILogger<ErasureClock> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var each = time.CreateTimer(_ => wake.Wake(), null, Again, Again);
        await TryAsync(rules.ApplyAsync, stoppingToken);
        await TryAsync(retention.GoOnAsync, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(erasures.HandleAsync, stoppingToken);
            await wake.WaitAsync(stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        try
        {
            await work(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogFailed(problem);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    [LoggerMessage(EventId = 5010, Level = LogLevel.Error, Message = "A deletion stopped; it is tried again in a few minutes")]
    private partial void LogFailed(Exception problem);
}
