using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Digest.Sending;

/// <summary>How often it is looked whether owners are to be told something.</summary>
internal sealed class DigestOptions
{
    public const string Section = "Digest";

    /// <summary>Seconds; 0 = never.</summary>
    [Range(0, 3600)]
    public int SweepSeconds { get; set; } = 60;
}
