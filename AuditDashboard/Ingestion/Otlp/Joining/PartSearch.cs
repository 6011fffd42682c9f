using System.Runtime.CompilerServices;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Ingestion.Otlp.Joining;

/// <summary>The one prepared search for pieces of a span, made once for the table it searches.</summary>
internal static class PartSearch
{
    private static readonly ConditionalWeakTable<RowTable<PartRow>, RowSearch<PartRow>> Prepared = [];

    public static RowSearch<PartRow> Of(RowTable<PartRow> parts) => Prepared.GetValue(
        parts, static table => table.Search([nameof(PartRow.Bot), nameof(PartRow.TraceId), nameof(PartRow.SpanId), nameof(PartRow.Kind)]));
}
