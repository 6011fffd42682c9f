using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuditDashboard.Ingestion.Otlp.Joining;

/// <summary>
/// A piece of a call that waits for the others: spans and log records come in requests of their own, in any order. The words in it are a client's, so
/// they stay for minutes only.
/// </summary>
internal sealed class PartRow
{
    /// <summary>Where the trace belongs (<see cref="GenAi.TracePlace"/>); <see cref="SpanId"/> is empty.</summary>
    public static readonly string Place = "place";

    /// <summary>The span of the call (<see cref="GenAi.ModelCall"/>), without words.</summary>
    public static readonly string Call = "call";

    /// <summary>What a log record holds of the talk (<see cref="LoggedWords"/>).</summary>
    public static readonly string Words = "words";

    public string Bot { get; set; } = "";
    public string TraceId { get; set; } = "";
    public string SpanId { get; set; } = "";
    public string Kind { get; set; } = "";

    /// <summary>Tells records of one span apart; empty where there is one only.</summary>
    public string Key { get; set; } = "";

    /// <summary>Branch of the key it came with.</summary>
    public string? Branch { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>JSON.</summary>
    public byte[] Content { get; set; } = [];
}

internal sealed class PartRowMap : IEntityTypeConfiguration<PartRow>
{
    public void Configure(EntityTypeBuilder<PartRow> builder)
    {
        builder.ToTable("telemetry_parts").HasKey(row => new { row.Bot, row.TraceId, row.SpanId, row.Kind, row.Key });
        builder.HasIndex(row => row.ReceivedAt);
    }
}
