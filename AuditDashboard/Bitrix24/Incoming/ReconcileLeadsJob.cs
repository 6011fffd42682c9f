using Quartz;

namespace AuditDashboard.Bitrix24.Incoming;

[DisallowConcurrentExecution]
internal sealed class ReconcileLeadsJob(ReconcileLeads reconciling) : IJob
{
    public static readonly JobKey Key = new(nameof(ReconcileLeads), "bitrix24");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Result = await reconciling.RunAsync(cancellationToken);
}
