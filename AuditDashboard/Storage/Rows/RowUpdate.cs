namespace AuditDashboard.Storage.Rows;

/// <summary>A prepared update of a few columns of the row with the key of the one given.</summary>
public sealed class RowUpdate<TRow>
    where TRow : class, new()
{
    private readonly ColumnMap<TRow>[] _columns;
    private readonly Statement _statement;

    internal RowUpdate(ColumnMap<TRow>[] columns, Statement statement) => (_columns, _statement) = (columns, statement);

    public void Run(TRow row) => Run(_columns, _statement, row);

    internal static void Run(ColumnMap<TRow>[] columns, Statement statement, TRow row)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Bind(statement, i + 1, row);
        }

        statement.Execute();
    }
}
