using AuditDashboard.Backups.Drill;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Backups.Sealing;
using AuditDashboard.Backups.Target;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Page;

/// <summary>What the page of backups shows.</summary>
internal sealed class BackupsQuery(BackupShelf shelf, BackupWork work, ShownElsewhere elsewhere, BackupKey key, SalonClock clock, IOptions<BackupOptions> options)
{
    public BackupsShown Run()
    {
        var present = shelf.Present();
        var drill = elsewhere.Drill.Last;
        return new BackupsShown(
            [.. present.Select(Line)],
            drill is null or { File: null } ? null : new ShownDrill(drill.At, TimeSpan.FromMilliseconds(drill.Milliseconds), drill.Problem),
            Nightly.Next(clock, options.Value.TimeOfDay),
            work.Running is not null || work.IsWaiting ? work.Percent : null,
            work.Running?.Restore is not null, work.Failure?.Refusal,
            elsewhere.StateOf(present), elsewhere.Send.Failure, key.Path);
    }

    private static ShownBackup Line(BackupManifest backup) => new(
        backup.File, backup.CreatedAt, backup.Size, backup.Events, backup.Sha256, backup.IsVerified, backup.By == "schedule", backup.SentAt is not null, backup.Problem);
}

/// <summary>The copies elsewhere, and the drill.</summary>
internal sealed record ShownElsewhere(DrillRecord Drill, S3Target Target, SendBackups Send)
{
    /// <summary>off | sent | waiting | failed</summary>
    public string StateOf(IReadOnlyList<BackupManifest> present) =>
        !Target.IsOn ? "off" : Send.Failure is not null ? "failed" : present.Where(backup => backup.IsVerified).All(backup => backup.SentAt is not null) ? "sent" : "waiting";
}
