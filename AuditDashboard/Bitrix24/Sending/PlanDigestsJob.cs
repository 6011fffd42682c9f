using Quartz;

namespace AuditDashboard.Bitrix24.Sending;

[DisallowConcurrentExecution]
internal sealed class PlanDigestsJob(PlanDigests planning) : IJob
{
    public static readonly JobKey Key = new(nameof(PlanDigests), "bitrix24");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Result = await planning.HandleAsync(cancellationToken);
}
