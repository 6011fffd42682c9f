namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>The two encodings of OTLP/HTTP; an answer has that of its request.</summary>
internal enum OtlpEncoding
{
    Protobuf,
    Json,
}
