namespace AuditDashboard.Reminders.Sending;

/// <summary>Short words of ours for why a message is where it is; other codes are the channels' own.</summary>
internal static class ReminderCodes
{
    /// <summary>The client has no channel we may write in.</summary>
    public static readonly string NoChannel = "no_channel";

    /// <summary>Its hour passed while we were down, and now it would be of no use or at night.</summary>
    public static readonly string Missed = "missed";

    /// <summary>After an outage the next message about the same visit was due as well, and one is enough.</summary>
    public static readonly string Overtaken = "overtaken";

    /// <summary>The process died, or the channel was silent, in the middle of sending.</summary>
    public static readonly string Interrupted = "interrupted";

    /// <summary>No channel is connected at all: nothing is asked of anybody.</summary>
    public static readonly string Off = "off";

    /// <summary>The client has said that they want no messages.</summary>
    public static readonly string Stopped = "stopped";

    /// <summary>Goes before the channel's code where the fault is not the client's.</summary>
    public static readonly string Misconfigured = "config:";
}
