using Quartz;

namespace AuditDashboard.Notices.Sending;

[DisallowConcurrentExecution]
internal sealed class SendNoticesJob(SendNotices sending) : IJob
{
    public static readonly JobKey Key = new(nameof(SendNotices), "notices");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Result = await sending.HandleAsync(cancellationToken);
}
