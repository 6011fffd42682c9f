using AuditDashboard.Access;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Foundation;

namespace AuditDashboard.Backups.Restoring;

/// <summary>An owner wants the database of a backup back. It is readied while everything goes on; then the application restarts into it.</summary>
internal sealed class RequestRestore(BackupWork work, BackupShelf shelf, NoteBackup note, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>backup.unknown</c> (also one that is not sound), <c>restore.waiting</c>.</summary>
    public async Task<Refusal?> HandleAsync(string file, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner)
        {
            return new Refusal("forbidden");
        }

        if (shelf.Find(file) is not { IsVerified: true } backup)
        {
            return new Refusal("backup.unknown");
        }

        if (work.IsWaiting || work.Running is not null)
        {
            return new Refusal("restore.waiting");
        }

        await journal.WriteAsync("backup.restore_asked", file, null, cancel);
        await note.RestoreAskedAsync(backup, viewer.UserId);
        work.Ask(new BackupOrder(Guid.CreateVersion7(time.GetUtcNow()), viewer.UserId, file));
        return null;
    }
}
