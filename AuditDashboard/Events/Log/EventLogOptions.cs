using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Events.Log;

/// <summary>Limits of the write path.</summary>
internal sealed class EventLogOptions
{
    public const string Section = "EventLog";

    /// <summary>Events that may wait for their commit; beyond it callers hear 503 with Retry-After.</summary>
    [Range(500, 1_000_000)]
    public int QueueEvents { get; set; } = 8192;

    /// <summary>Events a transaction takes at most (a call is never split).</summary>
    [Range(1, 10_000)]
    public int BatchEvents { get; set; } = 512;
}
