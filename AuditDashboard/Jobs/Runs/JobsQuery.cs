using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace AuditDashboard.Jobs.Runs;

/// <summary>Every job there is, with its last run and its next.</summary>
internal sealed class JobsQuery(ISchedulerFactory schedulers, IdleRuns idle, IDbContextFactory<AuditDbContext> databases)
{
    public async Task<IReadOnlyList<JobState>> RunAsync(CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        List<JobState> states = [];
        foreach (var key in (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancel)).OrderBy(key => key.Name, StringComparer.Ordinal))
        {
            var last = await db.Set<JobRunRow>().AsNoTracking().Where(row => row.Job == key.Name).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
            var triggers = await scheduler.GetTriggersOfJob(key, cancel);
            var written = last is null ? null : new JobState.Run(last.StartedAt, last.EndedAt, last.Result);
            states.Add(new JobState(key.Name, key.Group, idle.Newer(key.Name, written), triggers.Select(trigger => trigger.NextFireTimeUtc).Min()));
        }

        return states;
    }
}

/// <param name="NextRunAt">UTC, by the machine's clock; null when it will not run again by itself.</param>
internal sealed record JobState(string Job, string Group, JobState.Run? LastRun, DateTimeOffset? NextRunAt)
{
    internal sealed record Run(DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Result);
}
