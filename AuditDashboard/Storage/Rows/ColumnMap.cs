using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AuditDashboard.Storage.Rows;

/// <summary>One mapped property of a row: its column, how it is bound and how it is read, compiled once from EF's model.</summary>
internal sealed class ColumnMap<TRow>
{
    public ColumnMap(IProperty property)
    {
        Property = property.Name;
        Column = property.GetColumnName();
        IsKey = property.IsPrimaryKey();
        Bind = CompileBind(property);
        Read = CompileRead(property);
    }

    public string Property { get; }

    public string Column { get; }

    public bool IsKey { get; }

    public Action<Statement, int, TRow> Bind { get; }

    public Action<Statement, int, TRow> Read { get; }

    private static Action<Statement, int, TRow> CompileBind(IProperty property)
    {
        var statement = Expression.Parameter(typeof(Statement));
        var index = Expression.Parameter(typeof(int));
        var row = Expression.Parameter(typeof(TRow));
        var value = (Expression)Expression.Property(row, property.PropertyInfo!);
        var underlying = Nullable.GetUnderlyingType(property.ClrType);
        Expression bind = underlying is null
            ? CallBind(value)
            : Expression.IfThenElse(
                Expression.Property(value, nameof(Nullable<>.HasValue)),
                CallBind(Expression.Property(value, nameof(Nullable<>.Value))),
                Expression.Call(statement, nameof(Statement.BindNull), null, index));
        return Expression.Lambda<Action<Statement, int, TRow>>(bind, statement, index, row).Compile();

        Expression CallBind(Expression clr)
        {
            var stored = property.GetTypeMapping().Converter is { } converter ? Expression.Invoke(converter.ConvertToProviderExpression, clr) : clr;
            return Expression.Call(statement, nameof(Statement.Bind), null, index, Expression.Convert(stored, ColumnType(stored.Type)));
        }
    }

    private static Action<Statement, int, TRow> CompileRead(IProperty property)
    {
        var statement = Expression.Parameter(typeof(Statement));
        var column = Expression.Parameter(typeof(int));
        var row = Expression.Parameter(typeof(TRow));
        var converter = property.GetTypeMapping().Converter;
        var underlying = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var storedType = converter is null ? underlying : converter.ProviderClrType;
        var reader = ColumnType(storedType) switch
        {
            var type when type == typeof(long) => nameof(Statement.Long),
            var type when type == typeof(double) => nameof(Statement.Double),
            var type when type == typeof(string) => nameof(Statement.Text),
            _ => nameof(Statement.Blob),
        };
        Expression stored = Expression.Call(statement, reader, null, column);
        stored = storedType == typeof(bool) ? Expression.NotEqual(stored, Expression.Constant(0L)) : Expression.Convert(stored, storedType);
        var clr = converter is null ? stored : Expression.Invoke(converter.ConvertFromProviderExpression, stored);
        var assign = Expression.Assign(Expression.Property(row, property.PropertyInfo!), Expression.Convert(clr, property.ClrType));
        var guarded = Expression.IfThen(Expression.Not(Expression.Call(statement, nameof(Statement.IsNull), null, column)), assign);
        return Expression.Lambda<Action<Statement, int, TRow>>(guarded, statement, column, row).Compile();
    }

    private static Type ColumnType(Type type) =>
        type == typeof(string) || type == typeof(byte[]) || type == typeof(double) ? type : typeof(long);
}
