using AuditDashboard.Foundation;

namespace AuditDashboard.Events;

/// <summary>What the log noticed about an event when it came (http-api.md section 3, <c>flags</c>).</summary>
[Flags]
public enum EventFlags
{
    None = 0,
    /// <summary><c>time</c> is more than 5 min ahead of us, or wrong inside a live session: order and KPIs use <see cref="StoredEvent.RecordedAt"/>.</summary>
    ClockSkew = 1,
    /// <summary>Older than the retention when it came.</summary>
    Late = 2,
    /// <summary>An answer of the assistant without intent, model or scenario.</summary>
    Untagged = 4,
}

/// <summary>One event of the log, as a reader gets it. All moments are UTC.</summary>
/// <param name="Seq">Order of acceptance; never reused.</param>
/// <param name="Channel">The event's own channel, else its session's, else null.</param>
/// <param name="Branch">The event's own branch, else its session's, else the key's, else null.</param>
/// <param name="RecordedAt">When the app received it.</param>
/// <param name="Content">Null once retention or erasure removed the payload.</param>
public sealed record StoredEvent(
    long Seq, string Bot, string Source, string Id, string? Endpoint, string Type, string? Channel, string? Branch,
    SessionId? SessionId, ClientId? ClientId, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, EventFlags Flags, EventContent? Content)
{
    /// <summary>The moment that orders the event and dates it in KPIs: its own time, or the time of receipt when its clock lies.</summary>
    public DateTimeOffset EffectiveAt => Flags.HasFlag(EventFlags.ClockSkew) ? RecordedAt : OccurredAt;
}
