using AuditDashboard.Backups.Api;
using AuditDashboard.Backups.Drill;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Backups.Page;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Backups.Sealing;
using AuditDashboard.Backups.Target;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace AuditDashboard.Backups;

/// <summary>Copies of the log that were really restored: made every night, sealed, read back, rehearsed, sent elsewhere, and taken back.</summary>
public static class BackupsModule
{
    public static IHostApplicationBuilder AddBackups(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<S3Options>().BindConfiguration(S3Options.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<S3Options>, S3Options.Validator>();
        AddRestoring(services);
        services.AddSingleton<BackupAge>().AddSingleton<BackupAlarms>().AddSingleton<RemoveOldBackups>().AddSingleton<AdoptBackups>().AddSingleton<IAfterRestore, NoteRestore>();
        services.AddSingleton<BackupWork>().AddSingleton<MakeBackup>().AddSingleton<NoteBackup>().AddSingleton<AfterBackup>().AddSingleton<CarryOut>().AddSingleton<MakeDueBackup>();
        services.AddSingleton<DrillRecord>().AddSingleton<RehearseRestore>().AddSingleton<RehearseDueRestore>();
        services.AddSingleton<S3Target>().AddSingleton<SendSignal>().AddSingleton<SendBackups>();
        services.AddScoped<StartBackup>().AddScoped<RequestRestore>().AddScoped<BackupActs>().AddSingleton<ShownElsewhere>().AddScoped<BackupsQuery>();
        services.AddHostedService<RunBackups>().AddHostedService<SendWhenMade>();
        services.AddSingleton(new SettingsLink("settings/backups", Icons.Material.Outlined.Backup, typeof(BackupsText), "Title", 80) { Roles = ["owner"] });
        services.AddSingleton(BackupAttention.Item);
        BackupJobs.AddTo(services);
        return host;
    }

    public static IEndpointRouteBuilder MapBackups(this IEndpointRouteBuilder routes)
    {
        BackupsEndpoint.Map(routes);
        BackupFilesEndpoint.Map(routes);
        return routes;
    }

    /// <summary>What the command line needs of it.</summary>
    internal static void AddRestoring(IServiceCollection services)
    {
        services.AddSingleton<Pulse<BackupsChanged>>();
        services.AddSingleton<BackupShelf>().AddSingleton<IRestorePoints>(provider => provider.GetRequiredService<BackupShelf>());
        services.AddSingleton<BackupKey>().AddSingleton<IDiskSpace, DiskSpace>().AddSingleton<RoomForBackups>().AddSingleton<UnpackBackup>();
    }
}
