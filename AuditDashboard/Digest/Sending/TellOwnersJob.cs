using Quartz;

namespace AuditDashboard.Digest.Sending;

[DisallowConcurrentExecution]
internal sealed class TellOwnersJob(TellOwners telling) : IJob
{
    public static readonly JobKey Key = new(nameof(TellOwners), "digest");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await telling.HandleAsync(cancellationToken);
}
