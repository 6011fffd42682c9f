using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>A span as it came (opentelemetry-proto trace.proto), whatever its encoding.</summary>
internal sealed record OtlpSpan
{
    public OtlpIds Ids { get; init; }

    public string? ParentId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Nanoseconds of the Unix epoch; 0 = not said.</summary>
    public ulong Start { get; init; }

    public ulong End { get; init; }

    public ForeignValue Attributes { get; init; } = ForeignValue.None;

    /// <summary>Attributes of the process it came from.</summary>
    public ForeignValue Resource { get; init; } = ForeignValue.None;

    public IReadOnlyList<Happening> Events { get; init; } = [];

    /// <summary>0 unset, 1 ok, 2 error.</summary>
    public int Status { get; init; }

    public string? StatusMessage { get; init; }

    internal sealed record Happening(string Name, ForeignValue Attributes);
}
