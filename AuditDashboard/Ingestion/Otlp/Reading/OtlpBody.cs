namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>The body of one OTLP/HTTP request: both encodings give the same records.</summary>
/// <remarks>Every reading may throw <see cref="FormatException"/>.</remarks>
internal sealed record OtlpBody(OtlpEncoding Encoding, ReadOnlyMemory<byte> Bytes)
{
    public void ForEachSpan(Action<OtlpSpan> visit)
    {
        if (Encoding == OtlpEncoding.Protobuf)
        {
            ProtobufItems.Walk(Bytes.Span, (item, resource) => visit(ProtobufSpan.Read(item, resource)));
        }
        else
        {
            JsonItems.Walk(Bytes, ("resourceSpans", "scopeSpans", "spans"), (item, resource) => visit(JsonSpan.Read(item, resource)));
        }
    }

    public void ForEachRecord(Action<OtlpRecord> visit)
    {
        if (Encoding == OtlpEncoding.Protobuf)
        {
            ProtobufItems.Walk(Bytes.Span, (item, _) => visit(ProtobufRecord.Read(item)));
        }
        else
        {
            JsonItems.Walk(Bytes, ("resourceLogs", "scopeLogs", "logRecords"), (item, _) => visit(JsonSpan.ReadRecord(item)));
        }
    }

    public int CountMetrics()
    {
        var count = 0;
        if (Encoding == OtlpEncoding.Protobuf)
        {
            ProtobufItems.Walk(Bytes.Span, (_, _) => count++);
        }
        else
        {
            JsonItems.Walk(Bytes, ("resourceMetrics", "scopeMetrics", "metrics"), (_, _) => count++);
        }

        return count;
    }
}
