using Quartz;

namespace AuditDashboard.Bitrix24.Sending;

[DisallowConcurrentExecution]
internal sealed class SendOutboxJob(SendOutbox sending) : IJob
{
    public static readonly JobKey Key = new(nameof(SendOutbox), "bitrix24");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Result = await sending.RunAsync(cancellationToken);
}
