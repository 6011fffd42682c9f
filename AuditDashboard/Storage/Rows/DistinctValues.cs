using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AuditDashboard.Storage.Rows;

/// <summary>
/// The few different values of a column with very many rows: from each value the index is asked for the next, where <c>select distinct</c> would walk
/// all of it. Wants an index over both columns.
/// </summary>
public sealed class DistinctValues
{
    /// <param name="within">The property that has to be <paramref name="kind"/>.</param>
    /// <param name="property">Whose values are listed, in ascending order of their code points; text that is never null.</param>
    public async Task<List<string>> OfAsync<TRow>(AuditDbContext db, string within, long kind, string property, int most, CancellationToken cancel)
        where TRow : class
    {
        var row = db.Model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow).Name} is no row.");
        var (table, group, value) = (Quote(row.GetTableName()!), Column(row, within), Column(row, property));
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the names are the model's own
        command.CommandText =
            $"""
            with recursive walk(value) as (
                select min({value}) from {table} where {group} = @kind
                union all
                select (select min({value}) from {table} where {group} = @kind and {value} > walk.value) from walk where walk.value is not null)
            select value from walk where value is not null limit @most
            """;
#pragma warning restore CA2100
        Bind(command, "@kind", kind);
        Bind(command, "@most", most);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        List<string> found = [];
        while (await reader.ReadAsync(cancel))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static string Column(IEntityType row, string property) => Quote(row.FindProperty(property)!.GetColumnName());

    private static string Quote(string name) => $"\"{name}\"";

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
