using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Exports.Files;

/// <summary>Limits of files made in the background (reliability-security.md section 3, mass exfiltration).</summary>
internal sealed class ExportOptions
{
    public const string Section = "Exports";

    /// <summary>Files one person may ask for in an hour.</summary>
    [Range(1, 1000)]
    public int PerHour { get; set; } = 10;

    /// <summary>How long a file can be downloaded.</summary>
    [Range(1, 720)]
    public int KeptHours { get; set; } = 24;

    /// <summary>The same for files made by a schedule.</summary>
    [Range(1, 90)]
    public int ScheduledKeptDays { get; set; } = 30;
}
