using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Storage.Copies;

/// <summary>What a database holds, in numbers: two databases with the same facts at the same moment hold the same rows.</summary>
/// <param name="Rows">By table; virtual tables are left out, what they keep stands in tables of its own.</param>
/// <param name="LastSeq">Of the log; 0 when it is empty.</param>
/// <param name="Gaps">Numbers missing between the first event and the last.</param>
/// <param name="Migrations">Applied, the oldest first.</param>
public sealed record DatabaseFacts(IReadOnlyDictionary<string, long> Rows, long LastSeq, long Gaps, IReadOnlyList<string> Migrations)
{
    public long Events => Rows.GetValueOrDefault("events");

    public string Migration => Migrations.Count == 0 ? "" : Migrations[^1];

    public bool SameAs(DatabaseFacts other) =>
        LastSeq == other.LastSeq && Gaps == other.Gaps && Migrations.SequenceEqual(other.Migrations)
        && Rows.Count == other.Rows.Count && Rows.All(table => other.Rows.TryGetValue(table.Key, out var count) && count == table.Value);

    internal static DatabaseFacts Read(SqliteConnection connection)
    {
        var tables = List(connection, "select name from sqlite_master where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%' order by name");
        var rows = tables.ToDictionary(table => table, table => Number(connection, $"select count(*) from \"{table}\""));
        var hasLog = rows.ContainsKey("events");
        return new DatabaseFacts(
            rows,
            hasLog ? Number(connection, "select coalesce(max(seq), 0) from events") : 0,
            hasLog ? Number(connection, "select coalesce(max(seq) - min(seq) + 1 - count(*), 0) from events") : 0,
            rows.ContainsKey("__EFMigrationsHistory") ? List(connection, "select \"MigrationId\" from \"__EFMigrationsHistory\" order by 1") : []);
    }

    internal static List<string> List(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        List<string> found = [];
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // words of this file and names of the database's own tables
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
