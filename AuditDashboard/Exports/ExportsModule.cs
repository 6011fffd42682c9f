using AuditDashboard.Exports.Api;
using AuditDashboard.Exports.Files;
using AuditDashboard.Exports.Page;
using AuditDashboard.Exports.Schedules;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using MudBlazor;
using Quartz;

namespace AuditDashboard.Exports;

/// <summary>Taking lists out of the application as files: at once by key, in the background from the page, by themselves on a schedule.</summary>
public static class ExportsModule
{
    public static IHostApplicationBuilder AddExports(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddOptions<ExportOptions>().BindConfiguration(ExportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Pulse<ExportsChanged>>();
        services.AddSingleton<WriteExport>().AddSingleton<NoteExport>().AddSingleton<ExportWork>();
        services.AddSingleton<ExportFolder>().AddSingleton<ExportShelf>().AddSingleton<ExportProgress>().AddSingleton<MakeFile>().AddHostedService<RunExports>();
        services.AddScoped<StartExport>().AddScoped<ChangeFile>().AddScoped<ReportsQuery>().AddScoped<ReportActs>().AddScoped<ChangeSchedules>();
        services.AddSingleton<IPurgeable, PurgeFiles>().AddSingleton<RemoveExpired>().AddSingleton<QueueDueExports>();
        services.AddSingleton(new NavItem("reports", Icons.Material.Outlined.Summarize, typeof(ExportsText), "Title", NavSection.Growth, 20));
        services.AddQuartz(quartz => quartz
            .AddJob<QueueDueExportsJob>(job => job.WithIdentity(QueueDueExportsJob.Key))
            .AddTrigger(trigger => trigger.ForJob(QueueDueExportsJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()))
            .AddJob<RemoveExpiredJob>(job => job.WithIdentity(RemoveExpiredJob.Key))
            .AddTrigger(trigger => trigger.ForJob(RemoveExpiredJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever())));
        return host;
    }

    public static IEndpointRouteBuilder MapExports(this IEndpointRouteBuilder routes)
    {
        ExportEndpoint.Map(routes);
        DownloadEndpoint.Map(routes);
        return routes;
    }
}
