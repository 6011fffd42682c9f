using AuditDashboard.Jobs.Runs;
using AuditDashboard.Tests.Support;
using Quartz;

namespace AuditDashboard.Tests.Jobs.Runs;

/// <summary>A sweep that looks every few seconds must not push everything worth reading out of the page of jobs.</summary>
public sealed class IdleRunTests
{
    private static readonly string[] Sweeps = ["SendOutbox", "PollChanges", "PlanDigests", "ReconcileLeads"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sweep_that_found_nothing_to_do_leaves_no_row_but_is_seen_to_run()
    {
        await using var app = new TestApp();
        var scheduler = await app.Get<ISchedulerFactory>().GetScheduler(Cancel);
        foreach (var job in Sweeps)
        {
            await scheduler.TriggerJob(new JobKey(job, "bitrix24"), Cancel);
        }

        await scheduler.TriggerJob((await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), Cancel)).Single(key => key.Name == "RemoveExpired"), Cancel);

        Dictionary<string, JobState> jobs;
        do
        {
            await Task.Delay(20, Cancel);
            jobs = (await app.Get<JobsQuery>().RunAsync(Cancel)).ToDictionary(job => job.Job);
        }
        while (Sweeps.Append("RemoveExpired").Any(job => jobs[job].LastRun is null));

        Assert.Equal("done", jobs["SendOutbox"].LastRun!.Result);
        Assert.Equal(0, await app.CountAsync("select count(*) from job_runs where job in ('SendOutbox', 'PollChanges', 'PlanDigests', 'ReconcileLeads')"));
        Assert.True(await app.CountAsync("select count(*) from job_runs where job = 'RemoveExpired'") > 0);
    }

    [Fact]
    public async Task A_failure_is_a_row_and_an_idle_run_after_it_is_the_newest()
    {
        await using var app = new TestApp { HasScheduler = false };
        var written = new JobState.Run(TestApp.Start, TestApp.Start, "IOException");
        var idle = app.Get<IdleRuns>();
        Assert.Same(written, idle.Newer("sweep", written));

        idle.Note("sweep", TestApp.Start.AddSeconds(5), TestApp.Start.AddSeconds(5));

        Assert.Equal("done", idle.Newer("sweep", written)!.Result);
        Assert.Same(written, idle.Newer("other", written));
    }
}
