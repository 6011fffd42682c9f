using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Events;

/// <summary>The new events of one transaction, in order of acceptance, and the connection they are written on.</summary>
/// <param name="Follow">
/// Stores what follows from an event in the same transaction, received at the same moment, unless its id is known already. It comes last in
/// <paramref name="Events"/>; steps that ran before never see it, so only the first may call this, and those walk the list by index.
/// </param>
public sealed record AppendBatch(IReadOnlyList<AppendingEvent> Events, WriteConnection Store, Action<AppendingEvent, EventDraft> Follow);

/// <summary>One event on its way to disk. Steps fill in what they own.</summary>
public sealed class AppendingEvent
{
    public required EventDraft Draft { get; init; }

    public required long Seq { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>HMAC-SHA256 of the payload under its salt (standards.md section 5.2).</summary>
    public required byte[] Commitment { get; init; }

    public EventContent Content => Draft.Content;

    public SessionId? SessionId { get; set; }

    public ClientId? ClientId { get; set; }

    /// <summary>It is the first of an episode of its conversation.</summary>
    public bool OpensSession { get; set; }

    /// <summary>Others whose story it changes: owners of a booking it is about.</summary>
    public IReadOnlyList<ClientId> AlsoOf { get; set; } = [];

    public string? Channel { get; set; }

    public string? Branch { get; set; }

    public EventFlags Flags { get; set; }

    /// <summary>Index of its leaf in the evidence tree.</summary>
    public long LogIndex { get; set; }

    public DateTimeOffset EffectiveAt => Flags.HasFlag(EventFlags.ClockSkew) ? RecordedAt : Content.Time;
}
