using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Sealing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Copies;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Backups.Restoring;

/// <summary>
/// Everything of a restore that takes long, while the present database is still served: opens, unpacks, looks through. Afterwards only renames are left,
/// and those are the next start's.
/// </summary>
internal sealed class UnpackBackup(BackupShelf shelf, BackupKey keys, RoomForBackups room, SwapDatabase swap, IDbContextFactory<AuditDbContext> databases, IEnumerable<ICopyProof> proofs)
{
    /// <summary>Readies a backup of the shelf. Refusals: <c>backup.unknown</c>, <c>disk.low</c>.</summary>
    /// <exception cref="BackupProblem">It cannot be opened, or what is in it cannot be served.</exception>
    public Refusal? Handle(string file, Action<int> grow, CancellationToken cancel)
    {
        if (shelf.Find(file) is not { } backup)
        {
            return new Refusal("backup.unknown");
        }

        if (room.Refuses(backup.Size * 4) is { } refusal)
        {
            return refusal; // a packed database is about a quarter of itself
        }

        grow(5);
        Ready(shelf.PathOf(file), null, cancel);
        grow(100);
        return null;
    }

    /// <summary>Looks whether what was unpacked is still what was accepted; null when it is.</summary>
    /// <param name="folder">As <see cref="Into"/> left it.</param>
    public async Task<string?> FaultAsync(string folder, CancellationToken cancel)
    {
        foreach (var proof in proofs)
        {
            if (await proof.FaultAsync(folder, cancel) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <param name="keyFile">Null = the installation's own key.</param>
    /// <returns>What was unpacked.</returns>
    /// <exception cref="BackupProblem">It cannot be opened, or what is in it cannot be served.</exception>
    public DatabaseFacts Ready(string path, string? keyFile, CancellationToken cancel)
    {
        swap.Begin();
        var facts = Into(swap.Folder, path, keyFile, cancel);
        swap.Commit(Path.GetFileName(path));
        return facts;
    }

    /// <summary>Unpacks and looks through every page and row, and compares with what was packed.</summary>
    /// <param name="folder">Gets <c>audit.db</c> and <c>keys/</c>.</param>
    /// <exception cref="BackupProblem">It cannot be opened, or what is in it cannot be served.</exception>
    public DatabaseFacts Into(string folder, string path, string? keyFile, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            throw new BackupProblem("file.missing", path);
        }

        using var file = File.OpenRead(path);
        var (facts, _) = BackupArchive.Read(file, BackupKey.Read(keyFile ?? keys.Path), path, folder, cancel);
        var check = CheckDatabase.Copy(Path.Combine(folder, "audit.db"));
        if (check.Facts?.SameAs(facts) != true)
        {
            throw new BackupProblem("database.broken", path);
        }

        using var db = databases.CreateDbContext();
        return facts.Migrations.Except(db.Database.GetMigrations()).Any() ? throw new BackupProblem("schema.newer", path) : facts;
    }
}
