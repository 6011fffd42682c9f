using Quartz;

namespace AuditDashboard.Reminders.Sending;

[DisallowConcurrentExecution]
internal sealed class SendDueRemindersJob(SendDueReminders sending) : IJob
{
    public static readonly JobKey Key = new(nameof(SendDueReminders), "reminders");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sending.HandleAsync(cancellationToken);
}
