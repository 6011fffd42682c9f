using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Channels.Health;

/// <summary>How often channels are looked after (K17).</summary>
internal sealed class HealthOptions
{
    public const string Section = "ChannelHealth";

    /// <summary>Seconds between probes of the channels' services; 0 = never.</summary>
    [Range(0, 86_400)]
    public int ProbeSeconds { get; set; } = 300;

    /// <summary>Seconds between looks for silent channels; 0 = never.</summary>
    [Range(0, 86_400)]
    public int SilenceSeconds { get; set; } = 60;
}
