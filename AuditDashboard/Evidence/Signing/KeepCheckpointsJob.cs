using Quartz;

namespace AuditDashboard.Evidence.Signing;

[DisallowConcurrentExecution]
internal sealed class KeepCheckpointsJob(KeepCheckpoints keeping) : IJob
{
    public static readonly JobKey Key = new(nameof(KeepCheckpoints), "evidence");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await keeping.HandleAsync(cancellationToken);
}
