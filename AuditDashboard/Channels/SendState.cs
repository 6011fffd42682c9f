namespace AuditDashboard.Channels;

/// <summary>What became of a message.</summary>
public enum SendState
{
    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>Wait <see cref="SendResult.RetryAfter"/> and send again: nothing was delivered for certain.</summary>
    Later,

    /// <summary>This client cannot be reached here (blocked, no chat, outside the window): another channel, or a person.</summary>
    Unreachable,

    /// <summary>Our configuration or the text is at fault: no client of this endpoint can be reached until a person acts.</summary>
    Misconfigured,

    /// <summary>It may have been delivered: never repeat blindly.</summary>
    Uncertain,
}
