using Quartz;

namespace AuditDashboard.Retention.Runs;

[DisallowConcurrentExecution]
internal sealed class RetentionJob(RunNightly nightly) : IJob
{
    public static readonly JobKey Key = new(nameof(RunRetention), "retention");

    /// <summary>Half past three by the machine's clock: the quietest hour of a salon wherever it stands in Russia is between two and six.</summary>
    public static readonly string EveryNight = "0 30 3 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await nightly.HandleAsync(cancellationToken);
}
