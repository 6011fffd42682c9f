using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Notices.Sending;

/// <summary>How often it is looked whether a bot is to be told something.</summary>
internal sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>Seconds; 0 = never.</summary>
    [Range(0, 3600)]
    public int SweepSeconds { get; set; } = 15;
}
