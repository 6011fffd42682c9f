using AuditDashboard.Events;
using AuditDashboard.Evidence.Api;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Pack;
using AuditDashboard.Evidence.Page;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Storage;
using Quartz;

namespace AuditDashboard.Evidence;

/// <summary>That the log was not changed: a leaf for every event, signed checkpoints, proofs and packs that are checked without us.</summary>
public static class EvidenceModule
{
    public static IHostApplicationBuilder AddEvidence(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddSingleton<IAppendStep, LeafStep>();
        services.AddSingleton<LogKeyFile>().AddSingleton<SignedLast>().AddSingleton<Origins>().AddSingleton<CheckpointShelf>().AddSingleton<RecomputeTree>();
        services.AddSingleton<LogAlarm>().AddSingleton<SignCheckpoint>().AddSingleton<AnchorAccess>().AddSingleton<KeepCheckpoints>().AddSingleton<ILogAnchors, LogAnchors>();
        services.AddSingleton<IAfterRestore, StartNewOrigin>().AddHostedService<SignAtStop>();
        services.AddSingleton<CheckpointCheck>().AddSingleton<VerifyLog>().AddSingleton<CheckLog>().AddSingleton<VerifyCommand>();
        services.AddSingleton<ICopyProof, ProveCopy>().AddSingleton<IDialogSeals, SealDialog>().AddSingleton(LogAttention.Item);
        services.AddSingleton<PackReasons>().AddSingleton<Transcript>().AddSingleton<PackZip>().AddSingleton<CollectPack>();
        services.AddScoped<TakePack>().AddScoped<IDisputePacks, DisputePacks>().AddScoped<LogStateQuery>();
        services.AddQuartz(quartz => quartz
            .AddJob<KeepCheckpointsJob>(job => job.WithIdentity(KeepCheckpointsJob.Key))
            .AddTrigger(trigger => trigger.ForJob(KeepCheckpointsJob.Key).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever())));
        return host;
    }

    public static IEndpointRouteBuilder MapEvidence(this IEndpointRouteBuilder routes)
    {
        EvidenceEndpoints.Map(routes);
        PackEndpoint.Map(routes);
        return routes;
    }

    /// <summary>The command line asks to check the log instead of serving.</summary>
    public static bool IsVerifying(string[] arguments) => VerifyCommand.IsAsked(arguments);

    /// <summary>Checks the log and tells the console; the exit code.</summary>
    public static Task<int> VerifyAsync(IServiceProvider services) =>
        services.GetRequiredService<VerifyCommand>().RunAsync(Console.Out, CancellationToken.None);
}
