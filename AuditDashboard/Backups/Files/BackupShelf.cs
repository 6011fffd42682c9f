using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Files;

/// <summary>The folder of backups: a sealed file each, and its manifest beside it. Every change is news.</summary>
internal sealed class BackupShelf(IOptions<StorageOptions> options, Pulse<BackupsChanged> changed) : IRestorePoints
{
    private readonly Lock _one = new();

    public string Folder => options.Value.BackupsFolder;

    /// <summary>Where a backup is being made; emptied when somebody begins.</summary>
    public string WorkFolder => Path.Combine(Folder, "work");

    public string PathOf(string file) => Path.Combine(Folder, Path.GetFileName(file));

    public string? Newest() => Present().FirstOrDefault(backup => backup.IsVerified) is { } newest ? PathOf(newest.File) : null;

    /// <summary>What can be looked at here, the newest first. A file that is gone or has another size is no good, whatever its manifest says.</summary>
    public IReadOnlyList<BackupManifest> Present() => [.. All().Where(backup => !backup.IsRemoved).Select(Judge)];

    /// <summary>Those removed here and waiting to be removed elsewhere included.</summary>
    public IReadOnlyList<BackupManifest> All() => !Directory.Exists(Folder) ? [] :
        [.. Directory.GetFiles(Folder, "audit-*.json").Select(Read).OfType<BackupManifest>().OrderByDescending(backup => backup.CreatedAt).ThenByDescending(backup => backup.Id)];

    public BackupManifest? Find(string file) => Present().FirstOrDefault(backup => backup.File == file);

    public void Add(BackupManifest backup)
    {
        lock (_one)
        {
            Keep(backup);
        }

        changed.Send(new BackupsChanged());
    }

    /// <summary>False when it is not there any more.</summary>
    public bool Change(string file, Func<BackupManifest, BackupManifest> change)
    {
        lock (_one)
        {
            if (Read(ManifestOf(file)) is not { } found)
            {
                return false;
            }

            Keep(change(found));
        }

        changed.Send(new BackupsChanged());
        return true;
    }

    /// <summary>The sealed file goes; the manifest stays while a copy elsewhere has to go too.</summary>
    public void Remove(BackupManifest backup)
    {
        File.Delete(PathOf(backup.File));
        if (backup.SentAt is not null)
        {
            Change(backup.File, found => found with { IsRemoved = true });
            return;
        }

        Forget(backup);
    }

    public void Forget(BackupManifest backup)
    {
        File.Delete(ManifestOf(backup.File));
        changed.Send(new BackupsChanged());
    }

    private void Keep(BackupManifest backup) => DurableFiles.Write(ManifestOf(backup.File), JsonSerializer.SerializeToUtf8Bytes(backup, JsonSerializerOptions.Web));

    private BackupManifest Judge(BackupManifest backup) => new FileInfo(PathOf(backup.File)) switch
    {
        { Exists: false } => backup with { Problem = "missing" },
        { Length: var length } when length != backup.Size => backup with { Problem = "size" },
        _ => backup,
    };

    private string ManifestOf(string file) => Path.ChangeExtension(PathOf(file), ".json");

    private static BackupManifest? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), JsonSerializerOptions.Web);
        }
        catch (Exception problem) when (problem is IOException or JsonException or UnauthorizedAccessException)
        {
            return null; // half gone, or not ours
        }
    }
}
