using Quartz;

namespace AuditDashboard.Exports.Files;

[DisallowConcurrentExecution]
internal sealed class RemoveExpiredJob(RemoveExpired removing) : IJob
{
    public static readonly JobKey Key = new(nameof(RemoveExpired), "exports");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await removing.HandleAsync(cancellationToken);
}
