using Quartz;

namespace AuditDashboard.Backups.Making;

[DisallowConcurrentExecution]
internal sealed class MakeDueBackupJob(MakeDueBackup making) : IJob
{
    public static readonly JobKey Key = new(nameof(MakeDueBackup), "backups");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await making.HandleAsync(cancellationToken);
}
