using Quartz;

namespace AuditDashboard.Backups.Target;

[DisallowConcurrentExecution]
internal sealed class SendBackupsJob(SendBackups sending) : IJob
{
    public static readonly JobKey Key = new(nameof(SendBackups), "backups");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sending.HandleAsync(cancellationToken);
}
