using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Conversations;

/// <summary>When a stretch of talk ends (http-api.md section 1).</summary>
public sealed class ConversationOptions
{
    public const string Section = "Session";

    /// <summary>Hours without activity after which a session closes.</summary>
    [Range(1, 72)]
    public double IdleHours { get; set; } = 12;

    public TimeSpan Idle => TimeSpan.FromHours(IdleHours);
}
