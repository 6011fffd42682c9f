using Quartz;

namespace AuditDashboard.Exports.Schedules;

[DisallowConcurrentExecution]
internal sealed class QueueDueExportsJob(QueueDueExports queueing) : IJob
{
    public static readonly JobKey Key = new(nameof(QueueDueExports), "exports");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await queueing.HandleAsync(cancellationToken);
}
