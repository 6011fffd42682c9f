using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>What the OpenTelemetry way in takes.</summary>
internal sealed class OtlpOptions
{
    public const string Section = "Otlp";

    /// <summary>Bytes a request may have after decompression; 8 MiB.</summary>
    [Range(65_536, 67_108_864)]
    public int MostBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Bots whose messages come another way (their messenger posts to an endpoint or goes through a relay): of them only calls of models and tools are kept, or every message would be there twice.</summary>
    public IReadOnlyList<string> CallsOnly { get; set; } = [];
}
