using AuditDashboard.Backups.Sealing;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Copies;
using AuditDashboard.Storage.Starting;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Restoring;

/// <summary>Restores while no application runs on the folder: its lock is taken first.</summary>
internal sealed class RestoreHere(TakeFolder folder, UnpackBackup unpack, SwapDatabase swap, BackupKey keys, IOptions<StorageOptions> options)
{
    /// <returns>What to tell the operator.</returns>
    /// <exception cref="BackupProblem">It cannot be opened, or what is in it cannot be served.</exception>
    /// <exception cref="Foundation.ConfigurationProblem">An application runs on the folder.</exception>
    public string Handle(string path, string? keyFile, CancellationToken cancel)
    {
        using var taken = folder.Lock();
        var facts = unpack.Ready(path, keyFile, cancel);
        KeepKey(keyFile);
        var kept = swap.Finish();
        return RestoreWords.Of("Done", Path.GetFileName(path), facts.Events, facts.LastSeq, options.Value.DatabaseFile)
            + (kept is null ? "" : " " + RestoreWords.Of("Kept", kept));
    }

    // Backups made from now on are sealed with the key that opened this one, unless the folder has one.
    private void KeepKey(string? keyFile)
    {
        if (keyFile is not null && !File.Exists(keys.Path))
        {
            DataFolders.Make(Path.GetDirectoryName(keys.Path)!);
            DurableFiles.Write(keys.Path, File.ReadAllBytes(keyFile));
        }
    }
}
