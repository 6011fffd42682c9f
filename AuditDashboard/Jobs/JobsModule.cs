using AuditDashboard.Jobs.Runs;
using AuditDashboard.Ui;
using MudBlazor;
using Quartz;

namespace AuditDashboard.Jobs;

/// <summary>
/// The scheduler, and the memory of what it ran. Jobs are contributed by their capabilities (<c>AddQuartz</c>); they are sweeps over due dates, so
/// the store in memory is enough: what was missed is found at the next run. A sweep that found nothing to do gives
/// <c>false</c> as <c>context.Result</c>: it leaves no row.
/// </summary>
public static class JobsModule
{
    public static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder host)
    {
        host.Services.AddSingleton<KeepRun>().AddSingleton<IdleRuns>().AddSingleton<JobsQuery>();
        host.Services.AddSingleton(new SettingsLink("settings/jobs", Icons.Material.Outlined.Schedule, typeof(JobsText), "Title", 70) { Roles = ["owner"] });
        host.Services.AddQuartz(quartz => quartz.AddJobListener<RunListener>());
        host.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return host;
    }

    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        JobsEndpoint.Map(routes);
        return routes;
    }
}
