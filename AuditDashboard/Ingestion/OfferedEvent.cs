namespace AuditDashboard.Ingestion;

/// <summary>One event somebody offers, in our own JSON (http-api.md section 2), not judged yet.</summary>
/// <param name="Json">UTF-8; must stay as it is until the call is answered.</param>
/// <param name="Envelope">How it came: <c>native</c>, <c>cloudevents</c>, <c>standardwebhooks</c>, <c>telegram</c> …</param>
public sealed record OfferedEvent(ReadOnlyMemory<byte> Json, string Envelope)
{
    /// <summary>CloudEvents <c>source</c>, else empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>The sender's own body where <see cref="Json"/> is a translation; goes to the log with the event.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>What quarantine keeps when the event is refused: what came, before any translation.</summary>
    public ReadOnlyMemory<byte> Original { get => field.IsEmpty ? Raw.IsEmpty ? Json : Raw : field; init; }

    /// <summary>A channel's repeat is the same event whatever its bytes.</summary>
    public bool RepeatsMayDiffer { get; init; }

    /// <summary>Id given outside the body (<c>webhook-id</c>), so that a quarantined body can be read again; else null.</summary>
    public string? OuterId { get; init; }

    /// <summary>Where the members of <see cref="Json"/> that are no attributes lie in the sender's body: <c>/data</c> for an envelope.</summary>
    public string MembersAt { get; init; } = "";

    /// <summary>Set where the envelope itself is wrong; such an event is refused without being judged.</summary>
    public IReadOnlyDictionary<string, string[]>? Problems { get; init; }
}
