using AuditDashboard.Backups.Files;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Making;

/// <summary>
/// The nightly backup as a sweep: due when the night's hour has passed since the newest verified one. A machine that slept at that hour makes
/// it when it wakes.
/// </summary>
internal sealed class MakeDueBackup(CarryOut carryOut, BackupWork work, BackupShelf shelf, BackupAge age, SalonClock clock, IOptions<BackupOptions> options)
{
    /// <summary>After one that came to nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <exception cref="InvalidOperationException">It came to nothing; the next sweep after half an hour tries again.</exception>
    public async Task HandleAsync(CancellationToken cancel)
    {
        var due = Nightly.Last(clock, options.Value.TimeOfDay);
        var newest = shelf.Present().FirstOrDefault(backup => backup.IsVerified)?.CreatedAt;
        if (newest >= due || age.Since >= due || work.Failure?.At > clock.Now - Patience)
        {
            return;
        }

        if (await carryOut.HandleAsync(new BackupOrder(Guid.CreateVersion7(clock.Now), "schedule"), cancel) is { } refusal)
        {
            throw new InvalidOperationException($"The nightly backup came to nothing: {refusal.Code}");
        }
    }
}
