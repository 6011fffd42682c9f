using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>One LogRecord of opentelemetry-proto logs.proto.</summary>
internal static class ProtobufRecord
{
    /// <exception cref="FormatException">The bytes are broken.</exception>
    public static OtlpRecord Read(ReadOnlySpan<byte> bytes)
    {
        var attributes = new Dictionary<string, ForeignValue>(StringComparer.Ordinal);
        var record = new OtlpRecord { Attributes = new ForeignValue(attributes) };
        ulong observed = 0;
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: record = record with { Time = reader.Fixed64() }; break;
                case 5: record = record with { Body = ProtobufValues.Read(reader.Bytes()) }; break;
                case 6: ProtobufValues.Add(attributes, reader.Bytes()); break;
                case 9: record = record with { Ids = record.Ids with { Trace = OtlpIds.Of(reader.Bytes()) } }; break;
                case 10: record = record with { Ids = record.Ids with { Span = OtlpIds.Of(reader.Bytes()) } }; break;
                case 11: observed = reader.Fixed64(); break;
                case 12: record = record with { EventName = reader.Text() }; break;
                default: reader.Skip(); break;
            }
        }

        return record.Time == 0 ? record with { Time = observed } : record;
    }
}
