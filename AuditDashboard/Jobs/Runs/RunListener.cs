using Quartz;

namespace AuditDashboard.Jobs.Runs;

/// <summary>
/// Hears from the scheduler that a job has run. The scheduler's clock says when it began, ours how long it took. A sweep that looks every few seconds gives
/// <c>false</c> as its result where there was nothing to do: such a run is remembered until the process ends, and is no row.
/// </summary>
internal sealed class RunListener(KeepRun keep, IdleRuns idle, TimeProvider time) : IJobListener
{
    public string Name => nameof(RunListener);

    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken)
    {
        var (job, ended) = (context.JobDetail.Key.Name, time.GetUtcNow());
        if (jobException is null && context.Result is false)
        {
            idle.Note(job, ended - context.JobRunTime, ended);
            return;
        }

        var result = jobException is null ? "done" : (jobException.InnerException ?? jobException).GetType().Name;
        await keep.HandleAsync(job, ended - context.JobRunTime, ended, result, cancellationToken);
    }
}
