using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace AuditDashboard.Storage;

/// <summary>What every connection to the database is told (reliability-security.md section 5.6).</summary>
internal sealed class SqliteSetup : DbConnectionInterceptor
{
    private const string Pragmas =
        """
        PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;
        PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864;
        """;

    /// <summary>Written into the file's head: whose database this is.</summary>
    public const string ApplicationId = "1094992449";

    // A pooled connection keeps what it was told; telling it again cost more than most queries.
    private readonly ConditionalWeakTable<sqlite3, object> _told = [];

    public static string ConnectionString(StorageOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = options.DatabaseFile, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = true, DefaultTimeout = 30,
    }.ToString();

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>Once a database, before its first table: log beside the file, and space that can be given back.</summary>
    public static void ApplyOnce(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA auto_vacuum=INCREMENTAL; PRAGMA application_id={ApplicationId}; PRAGMA journal_mode=WAL;";
        command.ExecuteNonQuery();
    }

    /// <summary>EF Core's lock on migrating outlives a kill, and the next start would wait for it forever. We hold the folder's own lock.</summary>
    public static void DropMigrationLock(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "drop table if exists \"__EFMigrationsLock\"";
        command.ExecuteNonQuery();
    }

    /// <summary>A 2xx means "on disk" only under WAL with synchronous=FULL, so both are read back.</summary>
    /// <exception cref="InvalidOperationException">The database does not keep what it was told.</exception>
    public static void Prove(DbConnection connection)
    {
        var (journal, synchronous) = (Read(connection, "journal_mode"), Read(connection, "synchronous"));
        if (journal is not "wal" || synchronous is not "2")
        {
            throw new InvalidOperationException($"SQLite runs with journal_mode={journal}, synchronous={synchronous}; needed are wal and 2 (FULL).");
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => ApplyToNew(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ApplyToNew(connection);
        return Task.CompletedTask;
    }

    private void ApplyToNew(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (!_told.TryGetValue(handle, out _))
        {
            Apply(connection);
            _told.AddOrUpdate(handle, connection.ConnectionString);
        }
    }

    private static string? Read(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names come from this file
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString();
    }
}
