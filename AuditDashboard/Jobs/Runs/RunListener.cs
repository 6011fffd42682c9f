using Quartz;

namespace AuditDashboard.Jobs.Runs;

/// <summary>Hears from the scheduler that a job has run. The scheduler's clock says when it began, ours how long it took.</summary>
internal sealed class RunListener(KeepRun keep, TimeProvider time) : IJobListener
{
    public string Name => nameof(RunListener);

    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken)
    {
        var ended = time.GetUtcNow();
        var result = jobException is null ? "done" : (jobException.InnerException ?? jobException).GetType().Name;
        await keep.HandleAsync(context.JobDetail.Key.Name, ended - context.JobRunTime, ended, result, cancellationToken);
    }
}
