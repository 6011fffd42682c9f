using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Drill;

/// <summary>Rehearses once a night, half an hour after the backup, whenever the machine is awake.</summary>
internal sealed class RehearseDueRestore(RehearseRestore rehearse, DrillRecord record, BackupShelf shelf, RoomForBackups room, SalonClock clock, IOptions<BackupOptions> options)
{
    /// <exception cref="InvalidOperationException">The newest backup could not be restored.</exception>
    public async Task HandleAsync(CancellationToken cancel)
    {
        if (record.Last?.At >= Nightly.Last(clock, options.Value.TimeOfDay.Add(TimeSpan.FromMinutes(30))) || shelf.Present().Count == 0)
        {
            return;
        }

        if (room.Refuses(shelf.Present()[0].Size * 4) is not null)
        {
            throw new InvalidOperationException("The disk has no room for the restore drill.");
        }

        if (await rehearse.HandleAsync(cancel) is { Problem: { } problem })
        {
            throw new InvalidOperationException($"The restore drill failed: {problem}");
        }
    }
}
