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

/// <summary>How long content is kept, as far as the write path must know it: an older event is flagged when it comes.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Provisioning:Retention";

    /// <summary>Days, counted from the event's own time.</summary>
    [Range(7, 90)]
    public int Days { get; set; } = 90;
}
