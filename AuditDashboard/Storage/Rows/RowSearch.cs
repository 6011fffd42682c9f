namespace AuditDashboard.Storage.Rows;

/// <summary>A prepared search by equal columns. Values are <c>long</c>, <c>int</c>, <c>string</c> or <c>byte[]</c>, in the order of the columns.</summary>
public sealed class RowSearch<TRow>
    where TRow : class, new()
{
    private readonly ColumnMap<TRow>[] _columns;
    private readonly Statement _select;
    private readonly Lazy<Statement> _delete;

    internal RowSearch(ColumnMap<TRow>[] columns, Statement select, Lazy<Statement> delete) => (_columns, _select, _delete) = (columns, select, delete);

    public TRow? First(params ReadOnlySpan<object?> values) => List(values) is [var first, ..] ? first : null;

    public List<TRow> List(params ReadOnlySpan<object?> values)
    {
        Bind(_select, values);
        var rows = new List<TRow>();
        while (_select.Step())
        {
            var row = new TRow();
            for (var i = 0; i < _columns.Length; i++)
            {
                _columns[i].Read(_select, i, row);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Deletes every row the search would find.</summary>
    public void Delete(params ReadOnlySpan<object?> values)
    {
        Bind(_delete.Value, values);
        _delete.Value.Execute();
    }

    private static void Bind(Statement statement, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            statement.BindAny(i + 1, values[i]);
        }
    }
}

/// <summary>A prepared search for one whole number.</summary>
public sealed class NumberSearch
{
    private readonly Statement _select;

    internal NumberSearch(Statement select) => _select = select;

    public long? Find(string first, string second, string third)
    {
        _select.Bind(1, first);
        _select.Bind(2, second);
        _select.Bind(3, third);
        if (!_select.Step())
        {
            return null;
        }

        var found = _select.Long(0);
        _select.Reset();
        return found;
    }
}
