using Quartz;

namespace AuditDashboard.Reminders.WriteBack;

[DisallowConcurrentExecution]
internal sealed class TellAttendanceJob(TellAttendance telling) : IJob
{
    public static readonly JobKey Key = new(nameof(TellAttendance), "reminders");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await telling.HandleAsync(cancellationToken);
}
