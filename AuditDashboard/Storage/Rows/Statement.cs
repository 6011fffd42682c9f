using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AuditDashboard.Storage.Rows;

/// <summary>One prepared statement on the write connection. Parameters and columns are counted as SQLite counts them (1 and 0).</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), raw.SQLITE_OK);
    }

    /// <summary>Rows changed on this connection since it was opened.</summary>
    public long TotalChanges => raw.sqlite3_total_changes(_database);

    public void Bind(int index, long value) => raw.sqlite3_bind_int64(_statement, index, value);

    public void Bind(int index, double value) => raw.sqlite3_bind_double(_statement, index, value);

    public void Bind(int index, byte[]? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(_statement, index);
        }
        else
        {
            raw.sqlite3_bind_blob(_statement, index, value);
        }
    }

    public void Bind(int index, string? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(_statement, index);
            return;
        }

        var rented = value.Length > 256 ? ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length)) : null;
        var buffer = rented ?? stackalloc byte[768];
        raw.sqlite3_bind_text(_statement, index, buffer[..Encoding.UTF8.GetBytes(value, buffer)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public void BindAny(int index, object? value)
    {
        switch (value)
        {
            case null: BindNull(index); break;
            case long number: Bind(index, number); break;
            case int number: Bind(index, (long)number); break;
            case string text: Bind(index, text); break;
            case byte[] bytes: Bind(index, bytes); break;
            default: throw new ArgumentException($"{value.GetType()} is no column type", nameof(value));
        }
    }

    public void BindNull(int index) => raw.sqlite3_bind_null(_statement, index);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public double Double(int column) => raw.sqlite3_column_double(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Blob(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <summary>Runs a statement that answers no rows, and makes it ready for the next use.</summary>
    public void Execute()
    {
        var answer = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Check(answer, raw.SQLITE_DONE);
    }

    /// <summary>True while there is a row to read; resets itself after the last one.</summary>
    public bool Step()
    {
        var answer = raw.sqlite3_step(_statement);
        if (answer == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(_statement);
        Check(answer, raw.SQLITE_DONE);
        return false;
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Check(int answer, int expected)
    {
        if (answer != expected)
        {
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), answer, raw.sqlite3_extended_errcode(_database));
        }
    }
}
