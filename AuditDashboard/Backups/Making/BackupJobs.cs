using AuditDashboard.Backups.Drill;
using AuditDashboard.Backups.Target;
using Quartz;

namespace AuditDashboard.Backups.Making;

/// <summary>When the sweeps run. They look whether something is due; the first look waits until the start is over.</summary>
internal static class BackupJobs
{
    public static void AddTo(IServiceCollection services)
    {
        var soon = TimeProvider.System.GetUtcNow().AddMinutes(1); // by the scheduler's clock, which is the machine's
        services.AddQuartz(quartz => quartz
            .AddJob<MakeDueBackupJob>(job => job.WithIdentity(MakeDueBackupJob.Key))
            .AddTrigger(trigger => trigger.ForJob(MakeDueBackupJob.Key).StartAt(soon).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(5)).RepeatForever()))
            .AddJob<RehearseDueRestoreJob>(job => job.WithIdentity(RehearseDueRestoreJob.Key))
            .AddTrigger(trigger => trigger.ForJob(RehearseDueRestoreJob.Key).StartAt(soon).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(5)).RepeatForever()))
            .AddJob<SendBackupsJob>(job => job.WithIdentity(SendBackupsJob.Key))
            .AddTrigger(trigger => trigger.ForJob(SendBackupsJob.Key).StartAt(soon).WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(15)).RepeatForever())));
    }
}
