using System.Security.Cryptography;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Sealing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Copies;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Making;

/// <summary>
/// Makes one backup (reliability-security.md F25): online copy, every page and row of it checked against the source, sealed, and the sealed file
/// read back whole before it gets its name. What ends earlier leaves nothing.
/// </summary>
internal sealed class MakeBackup(CopyDatabase copy, BackupShelf shelf, BackupKey keys, RoomForBackups room, IOptions<StorageOptions> storage, TimeProvider time)
{
    /// <summary>Blocks for as long as the disk needs. Refusals: <c>disk.low</c>, <c>copy.broken</c> (the database itself is damaged), <c>readback.broken</c>.</summary>
    /// <param name="grow">Told percents.</param>
    /// <exception cref="BackupProblem">The key cannot be read.</exception>
    public Outcome<BackupManifest> Handle(Guid id, string by, Action<int> grow, CancellationToken cancel)
    {
        if (room.Refuses(2 * new FileInfo(storage.Value.DatabaseFile).Length) is { } refusal)
        {
            return refusal;
        }

        Clear();
        DataFolders.Make(shelf.WorkFolder);
        try
        {
            return Make(id, by, grow, cancel);
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>What a kill left half made is a database in the open.</summary>
    public void Clear()
    {
        if (Directory.Exists(shelf.WorkFolder))
        {
            Directory.Delete(shelf.WorkFolder, recursive: true);
        }
    }

    private Outcome<BackupManifest> Make(Guid id, string by, Action<int> grow, CancellationToken cancel)
    {
        var createdAt = time.GetUtcNow();
        var (plain, sealedFile) = (Path.Combine(shelf.WorkFolder, "audit.db"), Path.Combine(shelf.WorkFolder, "sealed"));
        var facts = copy.Run(plain, part => grow((int)(part * 30)), cancel);
        var check = CheckDatabase.Copy(plain);
        if (check.Facts?.SameAs(facts) != true)
        {
            return new Refusal("copy.broken", check.Problem ?? "rows");
        }

        grow(50);
        var key = keys.ReadOrMake();
        var keyId = Seal(plain, sealedFile, key, facts, cancel);
        grow(80);
        var hash = HashOf(plain);
        File.Delete(plain);
        if (!ReadsBack(sealedFile, key, facts, hash, cancel))
        {
            return new Refusal("readback.broken");
        }

        var name = BackupManifest.NameOf(id, createdAt);
        var backup = new BackupManifest(
            id, name, createdAt, by, new FileInfo(sealedFile).Length, Convert.ToHexStringLower(HashOf(sealedFile)), keyId, facts.Events, facts.LastSeq, facts.Migration) { VerifiedAt = time.GetUtcNow() };
        DurableFiles.Move(sealedFile, shelf.PathOf(name));
        shelf.Add(backup);
        grow(100);
        return backup;
    }

    private string Seal(string plain, string sealedFile, byte[] key, DatabaseFacts facts, CancellationToken cancel)
    {
        using var file = DurableFiles.Create(sealedFile);
        var keyId = BackupArchive.Write(file, key, plain, facts, storage.Value.KeysFolder, cancel);
        file.Flush(flushToDisk: true);
        return keyId;
    }

    private static bool ReadsBack(string sealedFile, byte[] key, DatabaseFacts facts, byte[] hash, CancellationToken cancel)
    {
        try
        {
            using var file = File.OpenRead(sealedFile);
            var read = BackupArchive.Read(file, key, Path.GetFileName(sealedFile), null, cancel);
            return read.Facts.SameAs(facts) && read.DatabaseHash.AsSpan().SequenceEqual(hash);
        }
        catch (BackupProblem)
        {
            return false;
        }
    }

    private static byte[] HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }
}
