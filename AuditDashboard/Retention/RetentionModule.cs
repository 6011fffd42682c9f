using AuditDashboard.Foundation;
using AuditDashboard.Retention.Dossier;
using AuditDashboard.Retention.Erasure;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Page;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Retention.Runs;
using AuditDashboard.Storage;
using Quartz;

namespace AuditDashboard.Retention;

/// <summary>What the law wants forgotten is gone: old content by itself, a person's when the person asks.</summary>
public static class RetentionModule
{
    public static IHostApplicationBuilder AddRetention(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddOptions<RetentionDefaults>().BindConfiguration(RetentionDefaults.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Pulse<RetentionChanged>>().AddSingleton<RetentionRules>().AddSingleton<HoldBook>();
        services.AddSingleton<PurgeTurn>().AddSingleton<PurgeWriter>().AddSingleton<NameLeaves>().AddSingleton<PurgeTools>().AddSingleton<RetentionOwners>();
        services.AddSingleton<RunShelf>().AddSingleton<RunRetention>().AddSingleton<PreviewRetention>().AddSingleton<RunNightly>().AddSingleton<RetentionEndpoint>();
        services.AddSingleton<ErasureShelf>().AddSingleton<ErasureFiles>().AddSingleton<ErasureLedger>().AddSingleton<ErasureWake>().AddSingleton<SealedMarks>();
        services.AddSingleton<ErasureLog>().AddSingleton<ErasePerson>().AddSingleton<AskErasure>().AddSingleton<CarryOutErasures>().AddSingleton<ErasureEndpoints>();
        services.AddSingleton<MakeDossier>().AddSingleton<DossierEndpoint>();
        services.AddSingleton<IAfterRestore, ReplayErasures>().AddHostedService<ErasureClock>();
        RetentionPages.AddTo(services);
        services.AddQuartz(quartz => quartz
            .AddJob<RetentionJob>(job => job.WithIdentity(RetentionJob.Key))
            .AddTrigger(trigger => trigger.ForJob(RetentionJob.Key).WithCronSchedule(RetentionJob.EveryNight)));
        return host;
    }

    public static IEndpointRouteBuilder MapRetention(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<RetentionEndpoint>().Map(routes);
        routes.ServiceProvider.GetRequiredService<ErasureEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<DossierEndpoint>().Map(routes);
        return routes;
    }
}
