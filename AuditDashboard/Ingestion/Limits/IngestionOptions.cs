using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Ingestion.Limits;

/// <summary>Limits of the general way in.</summary>
internal sealed class IngestionOptions
{
    public const string Section = "Ingestion";

    /// <summary>Events a second one API key may send on average; 0 = no limit but the queue's.</summary>
    [Range(0, 1_000_000)]
    public int EventsPerSecond { get; set; }

    /// <summary>Refused bodies kept for a person to look at.</summary>
    [Range(10, 1_000_000)]
    public int QuarantineRows { get; set; } = 10_000;
}
