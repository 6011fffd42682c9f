using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage.Copies;

/// <summary>
/// Puts an unpacked database in the place of the present one. Whatever takes long happens before, in a folder of its own; <see cref="Commit"/> is
/// the moment from which it counts, and <see cref="Finish"/>, a few renames, is repeated at the next start when it was cut short.
/// </summary>
public sealed class SwapDatabase(IOptions<StorageOptions> options, TimeProvider time)
{
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <summary>Where the incoming database (<c>audit.db</c>) and its keys (<c>keys/</c>) are unpacked.</summary>
    public string Folder => Path.Combine(options.Value.FullFolder, "restore.part");

    public string IncomingDatabase => Path.Combine(Folder, "audit.db");

    public string IncomingKeys => Path.Combine(Folder, "keys");

    private string Ready => Path.Combine(Folder, "ready");

    public void Begin()
    {
        Drop();
        DataFolders.Make(Folder);
        DataFolders.Make(IncomingKeys);
    }

    /// <summary>What was unpacked is whole and on disk: from now on it takes the place of the database at the next <see cref="Finish"/>.</summary>
    /// <param name="from">Name of the backup.</param>
    public void Commit(string from) => DurableFiles.Write(Ready, JsonSerializer.SerializeToUtf8Bytes(new Restored(from, time.GetUtcNow()), JsonSerializerOptions.Web));

    /// <summary>Called by who holds the data folder's lock. Full path of the database that was there before, or null.</summary>
    public string? Finish()
    {
        if (!File.Exists(Ready))
        {
            Drop();
            return null;
        }

        ForgetConnections();
        var restored = JsonSerializer.Deserialize<Restored>(File.ReadAllBytes(Ready), JsonSerializerOptions.Web)!;
        var kept = $"{options.Value.DatabaseFile}.before-restore-{Stamp(restored.At)}";
        if (File.Exists(IncomingDatabase))
        {
            DurableFiles.Write(options.Value.RestoredMark, File.ReadAllBytes(Ready));
            SetAside(kept); // with its log: left behind, that would be replayed into the new database
            DurableFiles.Move(IncomingDatabase, options.Value.DatabaseFile);
        }

        foreach (var key in Directory.Exists(IncomingKeys) ? Directory.GetFiles(IncomingKeys) : [])
        {
            var place = Path.Combine(options.Value.KeysFolder, Path.GetFileName(key));
            if (!File.Exists(place))
            {
                DurableFiles.Move(key, place);
            }
        }

        Drop();
        return File.Exists(kept) ? kept : null;
    }

    /// <summary>Renames the database with everything that belongs to it.</summary>
    internal void SetAside(string name)
    {
        foreach (var part in Parts.Where(part => File.Exists(options.Value.DatabaseFile + part)))
        {
            DurableFiles.Move(options.Value.DatabaseFile + part, name + part);
        }
    }

    // After a restart in the same process, kept connections would go on with the file under its new name.
    private void ForgetConnections()
    {
        using var kept = new SqliteConnection(SqliteSetup.ConnectionString(options.Value));
        SqliteConnection.ClearPool(kept);
    }

    internal static string Stamp(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private void Drop()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>The mark beside a database that came from a backup and has not been settled yet.</summary>
/// <param name="From">Name of the backup.</param>
/// <param name="At">When it was restored, UTC.</param>
public sealed record Restored(string From, DateTimeOffset At);
