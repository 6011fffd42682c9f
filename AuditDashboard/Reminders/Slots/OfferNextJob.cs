using Quartz;

namespace AuditDashboard.Reminders.Slots;

[DisallowConcurrentExecution]
internal sealed class OfferNextJob(OfferNext offering) : IJob
{
    public static readonly JobKey Key = new(nameof(OfferNext), "reminders");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Result = await offering.HandleAsync(cancellationToken);
}
