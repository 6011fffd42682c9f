using System.Globalization;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Files;

/// <summary>
/// Takes superfluous backups away, and with them what updates, restores and damage left beside the database: those hold the same data, unsealed.
/// </summary>
internal sealed partial class RemoveOldBackups(BackupShelf shelf, SalonClock clock, IOptions<BackupOptions> options, IOptions<StorageOptions> storage, ILogger<RemoveOldBackups> logger)
{
    private static readonly string[] Leftovers = ["audit.db.before-restore-", "audit.db.corrupt-", "before-migration-"];

    public void Handle()
    {
        foreach (var backup in Rotation.Superfluous(shelf.Present(), clock, options.Value))
        {
            shelf.Remove(backup);
            LogRemoved(backup.File);
        }

        if (shelf.Newest() is null)
        {
            return; // a damaged database may be all there is
        }

        var oldest = clock.Now.AddDays(-options.Value.MostDays);
        foreach (var file in Directory.GetFiles(storage.Value.FullFolder).Concat(Directory.GetFiles(shelf.Folder)).Where(file => MomentOf(Path.GetFileName(file)) < oldest))
        {
            File.Delete(file);
            LogRemoved(file);
        }
    }

    /// <summary>When it was set aside, by its name; null for every other file.</summary>
    private static DateTimeOffset? MomentOf(string name) =>
        Leftovers.FirstOrDefault(start => name.StartsWith(start, StringComparison.Ordinal)) is { } found && name.Length >= found.Length + 16
        && DateTimeOffset.TryParseExact(name.AsSpan(found.Length, 16), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment : null;

    [LoggerMessage(EventId = 5110, Level = LogLevel.Information, Message = "Removed {File}: its time is over")]
    private partial void LogRemoved(string file);
}
