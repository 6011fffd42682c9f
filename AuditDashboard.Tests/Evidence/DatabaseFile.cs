using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Evidence;

/// <summary>The database as somebody with the file in hands has it: no application, no trigger is in the way.</summary>
internal static class DatabaseFile
{
    public static void Run(string folder, string sql, params (string Name, object Value)[] values)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "audit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText =
            """
            drop trigger if exists log_entries_no_update; drop trigger if exists log_entries_no_delete; drop trigger if exists log_subtrees_no_update;
            drop trigger if exists log_subtrees_no_delete; drop trigger if exists access_journal_no_update; drop trigger if exists access_journal_no_delete;
            """ + sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    public static T Read<T>(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "audit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = sql;
#pragma warning restore CA2100
        return (T)command.ExecuteScalar()!;
    }
}
