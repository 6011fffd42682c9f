using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>A log record as it came (opentelemetry-proto logs.proto), whatever its encoding.</summary>
internal sealed record OtlpRecord
{
    public OtlpIds Ids { get; init; }

    /// <summary>Nanoseconds of the Unix epoch, else those of the collector's first sight; 0 = not said.</summary>
    public ulong Time { get; init; }

    public string? EventName { get; init; }

    public ForeignValue Body { get; init; } = ForeignValue.None;

    public ForeignValue Attributes { get; init; } = ForeignValue.None;

    /// <summary>What kind of record it is: the field of its own, or the attribute JS and Python SDKs still send.</summary>
    public string Kind => EventName is { Length: > 0 } name ? name : Attributes["event.name"].Text ?? "";
}
