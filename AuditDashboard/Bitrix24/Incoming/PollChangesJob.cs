using Quartz;

namespace AuditDashboard.Bitrix24.Incoming;

[DisallowConcurrentExecution]
internal sealed class PollChangesJob(PollChanges polling) : IJob
{
    public static readonly JobKey Key = new(nameof(PollChanges), "bitrix24");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Result = await polling.HandleAsync(cancellationToken);
}
