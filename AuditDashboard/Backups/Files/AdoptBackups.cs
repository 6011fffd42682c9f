using System.Globalization;
using System.Security.Cryptography;
using AuditDashboard.Backups.Sealing;

namespace AuditDashboard.Backups.Files;

/// <summary>
/// Takes sealed files without a manifest onto the shelf: what a kill left between the two, and what somebody carried here from another server. A file that
/// the key of this folder does not open is left lying.
/// </summary>
internal sealed partial class AdoptBackups(BackupShelf shelf, BackupKey keys, TimeProvider time, ILogger<AdoptBackups> logger)
{
    public void Handle(CancellationToken cancel)
    {
        if (!File.Exists(keys.Path) || !Directory.Exists(shelf.Folder))
        {
            return;
        }

        foreach (var path in Directory.GetFiles(shelf.Folder, $"audit-*{BackupManifest.Extension}").Where(path => !File.Exists(Path.ChangeExtension(path, ".json"))))
        {
            try
            {
                shelf.Add(Read(path, cancel));
                LogAdopted(path);
            }
            catch (Exception problem) when (problem is BackupProblem or IOException)
            {
                LogLeft(path, problem.Message);
            }
        }
    }

    private BackupManifest Read(string path, CancellationToken cancel)
    {
        using var file = File.OpenRead(path);
        var key = BackupKey.Read(keys.Path);
        var (facts, _) = BackupArchive.Read(file, key, path, null, cancel);
        file.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var name = Path.GetFileName(path);
        var createdAt = DateTimeOffset.TryParseExact(name["audit-".Length..].Split('-', '.')[0], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment : time.GetUtcNow();
        return new BackupManifest(
            Guid.CreateVersion7(createdAt), name, createdAt, "found", file.Length, hash, Convert.ToHexStringLower(BackupKey.IdOf(key)), facts.Events, facts.LastSeq, facts.Migration) { VerifiedAt = time.GetUtcNow() };
    }

    [LoggerMessage(EventId = 5111, Level = LogLevel.Information, Message = "Took {File} onto the shelf of backups")]
    private partial void LogAdopted(string file);

    [LoggerMessage(EventId = 5112, Level = LogLevel.Warning, Message = "{File} looks like a backup and is none that can be opened here: {Reason}")]
    private partial void LogLeft(string file, string reason);
}
