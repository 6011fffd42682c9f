using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage.Starting;

/// <summary>After a restore every table owner does its part before anything is served; the mark goes when all are done, so a crash repeats them.</summary>
internal sealed partial class SettleRestore(IServiceProvider services, IOptions<StorageOptions> options, ILogger<SettleRestore> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(options.Value.RestoredMark))
        {
            return;
        }

        var owners = services.GetServices<IAfterRestore>().OrderBy(owner => owner.Order).ToList();
        foreach (var owner in owners)
        {
            await owner.RunAsync(cancellationToken);
        }

        File.Delete(options.Value.RestoredMark);
        LogSettled(owners.Count);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 1104, Level = LogLevel.Warning, Message = "The database came from a backup; {Count} parts of the application have settled into it")]
    private partial void LogSettled(int count);
}
