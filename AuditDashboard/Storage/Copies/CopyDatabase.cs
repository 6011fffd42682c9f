using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace AuditDashboard.Storage.Copies;

/// <summary>
/// Copies the database while it is written to: SQLite's backup interface over one read snapshot. Writers go on (WAL), and the copy is the
/// database of one moment.
/// </summary>
public sealed class CopyDatabase(IOptions<StorageOptions> options)
{
    // 2 MiB: often enough for progress and for stopping.
    private const int PagesAtOnce = 512;

    /// <summary>Blocks for as long as the disk needs. The copy is one plain file (no log beside it), on disk when this returns.</summary>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <returns>What the source held at the moment of the copy.</returns>
    public DatabaseFacts Run(string target, Action<double> progress, CancellationToken cancel)
    {
        DatabaseFacts facts;
        using (DurableFiles.Create(target))
        {
            // Made here, so that nobody else may read it from its first byte on.
        }

        using (var source = Open(SqliteSetup.ConnectionString(options.Value) + ";Pooling=False"))
        {
            SqliteSetup.Apply(source);
            // The snapshot is held across the steps: SQLite would begin anew after each commit of somebody else.
            using var snapshot = source.BeginTransaction(deferred: true);
            facts = DatabaseFacts.Read(source);
            using var copy = Open(TargetOf(target));
            Tell(copy, "PRAGMA synchronous=OFF");
            Copy(source, copy, progress, cancel);
        }

        using (var copy = Open(TargetOf(target)))
        {
            Tell(copy, "PRAGMA journal_mode=DELETE");
        }

        DurableFiles.Sync(target);
        return facts;
    }

    private static void Copy(SqliteConnection source, SqliteConnection copy, Action<double> progress, CancellationToken cancel)
    {
        using var backup = raw.sqlite3_backup_init(copy.Handle!, "main", source.Handle!, "main");
        SqliteException.ThrowExceptionForRC(backup is null ? raw.SQLITE_ERROR : raw.SQLITE_OK, copy.Handle);
        int result;
        do
        {
            cancel.ThrowIfCancellationRequested();
            result = raw.sqlite3_backup_step(backup!, PagesAtOnce);
            var all = raw.sqlite3_backup_pagecount(backup!);
            progress(all == 0 ? 1 : 1 - (raw.sqlite3_backup_remaining(backup!) / (double)all));
        }
        while (result == raw.SQLITE_OK);

        if (result != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, copy.Handle);
        }
    }

    private static string TargetOf(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Tell(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // words of this file
        command.CommandText = pragma;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
