using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Reminders.Sending;

/// <summary>How often it is looked for due messages.</summary>
internal sealed class SweepOptions
{
    public const string Section = "Reminders";

    /// <summary>Seconds.</summary>
    [Range(1, 3600)]
    public int SweepSeconds { get; set; } = 60;
}
