using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Channels.Forwarding;

/// <summary>Passing messengers' calls on to bots.</summary>
internal sealed class ForwardingOptions
{
    public const string Section = "Forwarding";

    /// <summary>Seconds a bot has for its whole answer; messengers themselves wait 10 to 60 s (channels.md section 0b).</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 10;
}
