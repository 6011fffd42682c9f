using AuditDashboard.Backups.Drill;
using AuditDashboard.Backups.Target;

namespace AuditDashboard.Backups.Files;

/// <summary>What is wrong with the backups, the worst first: <c>old</c>, <c>broken</c>, <c>drill</c>, <c>unsent</c>.</summary>
internal sealed class BackupAlarms(BackupShelf shelf, BackupAge age, DrillRecord drill, S3Target target, TimeProvider time)
{
    /// <summary>A night and two hours (reliability-security.md, alerts).</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(26);

    /// <summary>What the storage elsewhere has for taking a backup.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public IReadOnlyList<string> Find()
    {
        var present = shelf.Present();
        var now = time.GetUtcNow();
        var newest = present.FirstOrDefault(backup => backup.IsVerified);
        var unsent = target.IsOn && newest is { SentAt: null } && now - newest.CreatedAt > Patience;
        return
        [
            .. now - (newest?.CreatedAt ?? age.Since) > Oldest ? ["old"] : Array.Empty<string>(),
            .. present.Any(backup => backup.Problem is not null) ? ["broken"] : Array.Empty<string>(),
            .. drill.Last?.Problem is not null ? ["drill"] : Array.Empty<string>(),
            .. unsent ? ["unsent"] : Array.Empty<string>(),
        ];
    }
}
