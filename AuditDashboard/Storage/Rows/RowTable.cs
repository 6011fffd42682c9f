using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AuditDashboard.Storage.Rows;

/// <summary>
/// Prepared statements for one row type, made from EF's model: the way past change tracking for what is written thousands of times a second.
/// Only to be used inside <see cref="WriteConnection"/>'s transaction.
/// </summary>
public sealed class RowTable<TRow> : IDisposable
    where TRow : class, new()
{
    private readonly SqliteConnection _connection;
    private readonly ColumnMap<TRow>[] _columns;
    private readonly string _table;
    private readonly List<IDisposable> _statements = [];
    private readonly Statement _insert;
    private readonly Lazy<Statement> _upsert;
    private readonly Dictionary<string, RowUpdate<TRow>> _updates = [];
    private readonly Dictionary<string, RowSearch<TRow>> _searches = [];

    internal RowTable(SqliteConnection connection, IModel model)
    {
        var entity = model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow).Name} has no row map.");
        _connection = connection;
        _table = entity.GetTableName()!;
        _columns = [.. entity.GetProperties().Select(property => new ColumnMap<TRow>(property))];
        _insert = Prepare(InsertSql());
        _upsert = new Lazy<Statement>(() => Prepare(UpsertSql()));
    }

    public void Insert(TRow row) => Run(_insert, row);

    /// <summary>Inserts the row, or overwrites every column of the one with its key.</summary>
    public void Upsert(TRow row) => Run(_upsert.Value, row);

    /// <summary>Prepares an update of a few columns, each kind once: indexes over the others stay untouched, which an upsert would rewrite.</summary>
    /// <param name="columns">Property names of <typeparamref name="TRow"/>.</param>
    public RowUpdate<TRow> Update(params string[] columns)
    {
        var names = string.Join(' ', columns);
        return _updates.TryGetValue(names, out var known) ? known : _updates[names] = PrepareUpdate(columns);
    }

    private RowUpdate<TRow> PrepareUpdate(string[] columns)
    {
        ColumnMap<TRow>[] set = [.. columns.Select(name => Array.Find(_columns, column => column.Column == ColumnOf(name))!)];
        ColumnMap<TRow>[] key = [.. _columns.Where(column => column.IsKey)];
        var values = string.Join(", ", set.Select((column, i) => $"{column.Column} = ?{i + 1}"));
        var where = string.Join(" and ", key.Select((column, i) => $"{column.Column} = ?{set.Length + i + 1}"));
        return new RowUpdate<TRow>([.. set, .. key], Prepare($"update {_table} set {values} where {where}"));
    }

    /// <summary>Prepares a search by equal columns, each kind once.</summary>
    /// <param name="by">Property names of <typeparamref name="TRow"/>.</param>
    public RowSearch<TRow> Search(string[] by, string? newestFirstBy = null, int limit = -1)
    {
        var name = $"{string.Join(' ', by)}|{newestFirstBy}|{limit}";
        return _searches.TryGetValue(name, out var known) ? known : _searches[name] = PrepareSearch(by, newestFirstBy, limit);
    }

    private RowSearch<TRow> PrepareSearch(string[] by, string? newestFirstBy, int limit)
    {
        var order = newestFirstBy is null ? "" : $" order by {ColumnOf(newestFirstBy)} desc";
        var where = string.Join(" and ", by.Select((name, i) => $"{ColumnOf(name)} = ?{i + 1}"));
        var list = string.Join(", ", _columns.Select(column => column.Column));
        return new RowSearch<TRow>(
            _columns,
            Prepare($"select {list} from {_table} where {where}{order} limit {limit}"),
            new Lazy<Statement>(() => Prepare($"delete from {_table} where {where}")));
    }

    /// <summary>Prepares a search for one whole-number column of the row with these column values.</summary>
    public NumberSearch SearchNumber(string number, params string[] by)
    {
        var where = string.Join(" and ", by.Select((name, i) => $"{ColumnOf(name)} = ?{i + 1}"));
        return new NumberSearch(Prepare($"select {ColumnOf(number)} from {_table} where {where} limit 1"));
    }

    /// <summary>The largest value of a whole-number column; 0 in an empty table.</summary>
    public long Largest(string property)
    {
        using var statement = new Statement(_connection, $"select coalesce(max({ColumnOf(property)}), 0) from {_table}");
        return statement.Step() ? statement.Long(0) : 0;
    }

    /// <summary>One whole-number column of every row with that text, ascending.</summary>
    public List<long> Numbers(string number, string by, string text)
    {
        using var statement = new Statement(_connection, $"select {ColumnOf(number)} from {_table} where {ColumnOf(by)} = ?1 order by 1");
        statement.Bind(1, text);
        var numbers = new List<long>();
        while (statement.Step())
        {
            numbers.Add(statement.Long(0));
        }

        return numbers;
    }

    public void Dispose() => _statements.ForEach(statement => statement.Dispose());

    private void Run(Statement statement, TRow row) => RowUpdate<TRow>.Run(_columns, statement, row);

    private Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }

    private string ColumnOf(string property) => Array.Find(_columns, column => column.Property == property)?.Column
        ?? throw new ArgumentException($"{typeof(TRow).Name} has no column for {property}.");

    private string InsertSql() =>
        $"insert into {_table} ({string.Join(", ", _columns.Select(c => c.Column))}) values ({string.Join(", ", _columns.Select((_, i) => $"?{i + 1}"))})";

    private string UpsertSql()
    {
        var key = string.Join(", ", _columns.Where(c => c.IsKey).Select(c => c.Column));
        var set = string.Join(", ", _columns.Where(c => !c.IsKey).Select(c => $"{c.Column} = excluded.{c.Column}"));
        return $"{InsertSql()} on conflict ({key}) do {(set.Length == 0 ? "nothing" : $"update set {set}")}";
    }
}
