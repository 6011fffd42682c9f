using Quartz;

namespace AuditDashboard.Backups.Drill;

[DisallowConcurrentExecution]
internal sealed class RehearseDueRestoreJob(RehearseDueRestore rehearsing) : IJob
{
    public static readonly JobKey Key = new(nameof(RehearseDueRestore), "backups");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await rehearsing.HandleAsync(cancellationToken);
}
