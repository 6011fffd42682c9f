using System.Diagnostics.CodeAnalysis;
using AuditDashboard.Storage.Rows;
using AuditDashboard.Storage.Words;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Storage;

/// <summary>
/// The one connection of the hot write path, with its prepared statements. Whoever uses it stands in <see cref="WriteGate"/> and inside
/// <see cref="InTransaction"/>; reads made there see the transaction's own writes.
/// </summary>
public sealed class WriteConnection(IDbContextFactory<AuditDbContext> databases, IOptions<StorageOptions> options, WriteGate gate) : IDisposable
{
    private readonly Dictionary<Type, IDisposable> _tables = [];
    private SqliteConnection? _connection;
    private MessageWords? _words;
    private (Statement Begin, Statement Commit, Statement RollBack) _do;

    /// <summary>The index of what events say; only its projector writes it.</summary>
    public MessageWords Words => _words ??= new MessageWords(Connection);

    public RowTable<TRow> Table<TRow>()
        where TRow : class, new()
    {
        if (_tables.TryGetValue(typeof(TRow), out var known))
        {
            return (RowTable<TRow>)known;
        }

        using var context = databases.CreateDbContext();
        var table = new RowTable<TRow>(Connection, context.Model);
        _tables[typeof(TRow)] = table;
        return table;
    }

    /// <summary>Commits what <paramref name="work"/> wrote, on disk when this returns; undoes all of it when anything throws.</summary>
    /// <exception cref="SqliteException">The disk is full, locked or broken; nothing was written.</exception>
    public void InTransaction(Action<WriteConnection> work)
    {
        _ = Connection;
        _do.Begin.Execute();
        try
        {
            work(this);
            _do.Commit.Execute();
        }
        catch
        {
            TryRollBack();
            throw;
        }
    }

    /// <summary>At a graceful stop the write-ahead log is folded into the file and emptied.</summary>
    public void Dispose()
    {
        using var pass = gate.Enter();
        foreach (var table in _tables.Values)
        {
            table.Dispose();
        }

        _words?.Dispose();
        _do.Begin?.Dispose();
        _do.Commit?.Dispose();
        _do.RollBack?.Dispose();
        if (_connection is not null)
        {
            using var fold = _connection.CreateCommand();
            fold.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            fold.ExecuteNonQuery();
            _connection.Dispose();
        }

        _connection = null;
    }

    private SqliteConnection Connection => _connection ?? Open();

    [SuppressMessage("Reliability", "CA2000", Justification = "Disposed with this object.")]
    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(SqliteSetup.ConnectionString(options.Value) + ";Pooling=False");
        connection.Open();
        SqliteSetup.Apply(connection);
        using (var cache = connection.CreateCommand())
        {
            cache.CommandText = "PRAGMA cache_size=-65536";
            cache.ExecuteNonQuery();
        }

        SqliteSetup.Prove(connection);
        _do = (new Statement(connection, "begin immediate"), new Statement(connection, "commit"), new Statement(connection, "rollback"));
        return _connection = connection;
    }

    private void TryRollBack()
    {
        try
        {
            _do.RollBack.Execute();
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back by itself (a full disk, a failed fsync).
        }
    }
}
