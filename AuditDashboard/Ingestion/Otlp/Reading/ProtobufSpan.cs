using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>One Span of opentelemetry-proto trace.proto.</summary>
internal static class ProtobufSpan
{
    /// <exception cref="FormatException">The bytes are broken.</exception>
    public static OtlpSpan Read(ReadOnlySpan<byte> bytes, ForeignValue resource)
    {
        var attributes = new Dictionary<string, ForeignValue>(StringComparer.Ordinal);
        var events = new List<OtlpSpan.Happening>();
        var span = new OtlpSpan { Resource = resource, Attributes = new ForeignValue(attributes), Events = events };
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: span = span with { Ids = span.Ids with { Trace = OtlpIds.Of(reader.Bytes()) } }; break;
                case 2: span = span with { Ids = span.Ids with { Span = OtlpIds.Of(reader.Bytes()) } }; break;
                case 4: span = span with { ParentId = OtlpIds.Of(reader.Bytes()) }; break;
                case 5: span = span with { Name = reader.Text() }; break;
                case 7: span = span with { Start = reader.Fixed64() }; break;
                case 8: span = span with { End = reader.Fixed64() }; break;
                case 9: ProtobufValues.Add(attributes, reader.Bytes()); break;
                case 11: AddEvent(events, reader.Bytes()); break;
                case 15: span = WithStatus(span, reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }

        return span;
    }

    private static OtlpSpan WithStatus(OtlpSpan span, ReadOnlySpan<byte> status)
    {
        var reader = new WireReader(status);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2: span = span with { StatusMessage = reader.Text() }; break;
                case 3: span = span with { Status = (int)reader.Varint() }; break;
                default: reader.Skip(); break;
            }
        }

        return span;
    }

    private static void AddEvent(List<OtlpSpan.Happening> events, ReadOnlySpan<byte> bytes)
    {
        var name = "";
        var attributes = new Dictionary<string, ForeignValue>(StringComparer.Ordinal);
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2: name = reader.Text(); break;
                case 3: ProtobufValues.Add(attributes, reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }

        // Two bytes can spell an event without a name: a body full of them must not fill the memory.
        if (name.Length > 0)
        {
            events.Add(new OtlpSpan.Happening(name, new ForeignValue(attributes)));
        }
    }
}
