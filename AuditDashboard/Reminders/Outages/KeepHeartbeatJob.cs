using Quartz;

namespace AuditDashboard.Reminders.Outages;

[DisallowConcurrentExecution]
internal sealed class KeepHeartbeatJob(KeepHeartbeat keeping) : IJob
{
    public static readonly JobKey Key = new(nameof(KeepHeartbeat), "reminders");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await keeping.HandleAsync(cancellationToken);
}
