using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AuditDashboard.Storage.Copies;

/// <summary>Looks through a database file that nobody else uses.</summary>
public static class CheckDatabase
{
    /// <summary>Every page, index and row (<c>integrity_check</c>), then the facts. Opened for reading only.</summary>
    public static DatabaseCheck Copy(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            return Word(connection, "PRAGMA integrity_check(1)") is not "ok" and var broken
                ? new DatabaseCheck(null, broken)
                : Word(connection, "PRAGMA application_id") != SqliteSetup.ApplicationId
                    ? new DatabaseCheck(null, "not a database of this application")
                    : new DatabaseCheck(DatabaseFacts.Read(connection), null);
        }
        catch (SqliteException problem)
        {
            return new DatabaseCheck(null, problem.Message);
        }
    }

    /// <summary>
    /// The live file before it is served: takes over what a kill left in the log beside it, then <c>quick_check</c>. Throws where the file could not
    /// be read at all, which says nothing about its content.
    /// </summary>
    /// <exception cref="SqliteException">Locked, no permission, a failing disk.</exception>
    internal static LiveCheck Live(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadWrite);
            if (Word(connection, "PRAGMA quick_check(1)") is not "ok" and var broken)
            {
                return new LiveCheck(broken, null, []);
            }

            var migrations = DatabaseFacts.List(connection, "select name from sqlite_master where name = '__EFMigrationsHistory'") is []
                ? [] : DatabaseFacts.List(connection, "select \"MigrationId\" from \"__EFMigrationsHistory\" order by 1");
            return new LiveCheck(null, Word(connection, "PRAGMA application_id"), migrations);
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR or raw.SQLITE_FORMAT)
        {
            return new LiveCheck(problem.Message, null, []);
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string? Word(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // words of this file
        command.CommandText = pragma;
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString();
    }
}

/// <param name="Facts">Null when something is wrong.</param>
/// <param name="Problem">SQLite's own words; null when nothing is wrong.</param>
public sealed record DatabaseCheck(DatabaseFacts? Facts, string? Problem);

/// <param name="Broken">SQLite's own words; null when the file is sound.</param>
internal sealed record LiveCheck(string? Broken, string? ApplicationId, IReadOnlyList<string> Migrations);
