using System.Data.Common;
using AuditDashboard.Storage.Purging;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage;

/// <summary>Makes sure that what was deleted is in no byte of the files any more. Deleted cells are zeroed at once (secure_delete); the rest is here.</summary>
public sealed class DatabaseCleaning(ITransactions transactions, WriteGate gate, Pace pace, IOptions<StorageOptions> options)
{
    private const int FewestPages = 2;
    private const int FirstPages = 8;
    private const int MostPages = 128;
    private const int Tries = 6;

    /// <summary>Merges the index of words until no deleted entry is left in it, in steps that hold the write gate for moments.</summary>
    public async Task CleanWordsAsync(CancellationToken cancel)
    {
        var (first, more, pages) = (true, true, FirstPages);
        while (more)
        {
            var took = await pace.StepAsync(
                begin => transactions.RunAsync(
                    store =>
                    {
                        begin();
                        more = store.Words.Merge(first ? -pages : pages);
                    },
                    cancel),
                cancel);
            first = false;
            pages = Pace.Next(pages, took, FewestPages, MostPages);
        }
    }

    /// <summary>Gives free pages back to the file system, a few at a time, and empties the write-ahead log.</summary>
    public async Task GiveBackAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        long before;
        var pages = FirstPages;
        var after = await NumberAsync(connection, "PRAGMA freelist_count", cancel);
        do
        {
            before = after;
            var took = await pace.StepAsync(begin => FreeAsync(connection, pages, begin, cancel), cancel);
            pages = Pace.Next(pages, took, FewestPages, MostPages);
            after = await NumberAsync(connection, "PRAGMA freelist_count", cancel);
        }
        while (after > 0 && after < before);

        // A passive fold goes on beside the writer; what is left to do behind the gate is little.
        await NumberAsync(connection, "PRAGMA wal_checkpoint(PASSIVE)", cancel);
        using var pass = await gate.EnterAsync(cancel);
        await NumberAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    /// <summary>
    /// Writes the database anew (VACUUM) and empties the write-ahead log. Writers wait at the gate meanwhile: calls queue up, and past the queue's limit
    /// they hear 503 with Retry-After.
    /// </summary>
    /// <exception cref="SqliteException">The disk has no room for a second copy.</exception>
    /// <exception cref="TimeoutException">Somebody reads an old state so long that the log cannot be emptied: try again later.</exception>
    public async Task CompactAsync(CancellationToken cancel)
    {
        using var pass = await gate.EnterAsync(cancel);
        await using var connection = await OpenAsync(cancel);
        await DrainAsync(connection, "PRAGMA temp_store=FILE", cancel); // a copy of the database does not belong into memory
        await DrainAsync(connection, "VACUUM", cancel);
        for (var tries = 0; tries < Tries; tries++)
        {
            // The first column is 1 while a reader is in the way; SQLite itself waits busy_timeout for it.
            if (await NumberAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancel) == 0)
            {
                return;
            }
        }

        throw new TimeoutException("The write-ahead log could not be emptied while a reader was in the way.");
    }

    private async Task FreeAsync(SqliteConnection connection, int pages, Action begin, CancellationToken cancel)
    {
        using var pass = await gate.EnterAsync(cancel);
        begin();
        await DrainAsync(connection, $"PRAGMA incremental_vacuum({pages})", cancel);
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new SqliteConnection(SqliteSetup.ConnectionString(options.Value) + ";Pooling=False;Default Timeout=0");
        await connection.OpenAsync(cancel);
        SqliteSetup.Apply(connection);
        return connection;
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = Command(connection, sql);
        return await command.ExecuteScalarAsync(cancel) as long? ?? 0;
    }

    /// <summary>incremental_vacuum frees a page a step: whoever stops reading stops it.</summary>
    private static async Task DrainAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            // Each step is the work.
        }
    }

    private static DbCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the words are this file's
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command;
    }
}
