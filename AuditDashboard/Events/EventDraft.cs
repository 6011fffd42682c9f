namespace AuditDashboard.Events;

/// <summary>What a caller offers to the log: one event, read and found valid, with its exact bytes.</summary>
public sealed record EventDraft
{
    /// <summary>Whose event it is: the bot of the key or endpoint. Part of its identity.</summary>
    public required string Bot { get; init; }

    /// <summary>CloudEvents <c>source</c>, else empty. Part of its identity.</summary>
    public string Source { get; init; } = "";

    /// <summary>What brought it: <c>native</c>, <c>cloudevents</c>, <c>standardwebhooks</c>, <c>telegram</c> …</summary>
    public required string Envelope { get; init; }

    /// <summary>Id of the channel endpoint it came through, or null.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Branch of the key or endpoint: counts where neither the event nor its session names one.</summary>
    public string? Branch { get; init; }

    public required EventContent Content { get; init; }

    /// <summary>The event object as it was sent or translated, UTF-8; kept byte for byte.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>The channel's own body where <see cref="Json"/> is a translation of it; empty otherwise.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>When it was received; null = now. Only the demo sets it: its past is pretended, and so is the clock that saw it.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>A channel's repeat is the same event whatever its bytes (a button press has no time of its own); a bot's is not.</summary>
    public bool RepeatsMayDiffer { get; init; }
}
