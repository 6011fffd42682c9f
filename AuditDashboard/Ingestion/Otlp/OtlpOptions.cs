using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Ingestion.Otlp;

/// <summary>Limits of the OpenTelemetry way in.</summary>
internal sealed class OtlpOptions
{
    public const string Section = "Otlp";

    /// <summary>Bytes a request may have after decompression; 8 MiB.</summary>
    [Range(65_536, 67_108_864)]
    public int MostBytes { get; set; } = 8 * 1024 * 1024;
}
