using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>Spans, log records and metrics lie in the same three shells with the same field numbers: request, resource, scope.</summary>
internal static class ProtobufItems
{
    private const int Inner = 2;

    internal delegate void Visit(ReadOnlySpan<byte> item, ForeignValue resource);

    /// <exception cref="FormatException">The body is broken.</exception>
    public static void Walk(ReadOnlySpan<byte> body, Visit visit)
    {
        var request = new WireReader(body);
        while (request.Next())
        {
            if (request.Field == 1)
            {
                WalkResource(request.Bytes(), visit);
            }
            else
            {
                request.Skip();
            }
        }
    }

    private static void WalkResource(ReadOnlySpan<byte> bytes, Visit visit)
    {
        // Fields may come in any order: what all the items share must be known before the first of them.
        var resource = ResourceOf(bytes);
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            if (reader.Field == Inner)
            {
                WalkScope(reader.Bytes(), resource, visit);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void WalkScope(ReadOnlySpan<byte> bytes, ForeignValue resource, Visit visit)
    {
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            if (reader.Field == Inner)
            {
                visit(reader.Bytes(), resource);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static ForeignValue ResourceOf(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var members = new Dictionary<string, ForeignValue>(StringComparer.Ordinal);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                ProtobufValues.ReadMembers(reader.Bytes(), 1, members);
            }
            else
            {
                reader.Skip();
            }
        }

        return new ForeignValue(members);
    }
}
