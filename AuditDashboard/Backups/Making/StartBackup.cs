using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Backups.Making;

/// <summary>Asks for a backup now, for an owner at the page or a key with scope <c>admin</c>.</summary>
internal sealed class StartBackup(BackupWork work, IAccessJournal journal, TimeProvider time)
{
    /// <param name="by">Id of a person, or <c>key:&lt;id&gt;</c>.</param>
    /// <returns>Id of the backup that will be made.</returns>
    public async Task<Guid> HandleAsync(string by, CancellationToken cancel)
    {
        var order = work.Ask(new BackupOrder(Guid.CreateVersion7(time.GetUtcNow()), by));
        await journal.WriteAsync("backup.started", order.Id.ToString("N"), null, cancel);
        return order.Id;
    }

    /// <summary>Refusal <c>forbidden</c>: only an owner may.</summary>
    public async Task<Outcome<Guid>> HandleAsync(Viewer viewer, CancellationToken cancel) =>
        viewer.IsOwner ? await HandleAsync(viewer.UserId, cancel) : new Refusal("forbidden");
}
