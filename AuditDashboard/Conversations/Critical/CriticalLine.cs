using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Critical;

/// <summary>One critical event as the page shows it. Moments are UTC.</summary>
/// <param name="Seq">Of the event.</param>
/// <param name="Kind">complaint | escalation | call</param>
/// <param name="Client">Null = nameless.</param>
/// <param name="Said">The last words of the dialog.</param>
/// <param name="DueAt">Until when somebody should have reacted.</param>
/// <param name="DoneAt">When somebody did; null while it waits.</param>
/// <param name="IsByHand">A person said so on the page, and may take it back.</param>
/// <param name="Owner">Who took it on; null = nobody.</param>
public sealed record CriticalLine(
    long Seq, string Kind, SessionId? Session, ClientId ClientId, string? Client, string? Said, string? Channel, string? Branch, DateTimeOffset At, DateTimeOffset DueAt,
    DateTimeOffset? DoneAt, bool IsByHand, bool IsRead, string? Owner, bool IsMine)
{
    public bool IsOpen => DoneAt is null;

    public bool IsLate(DateTimeOffset now) => (DoneAt ?? now) > DueAt;

    public string Href => Session is { } session ? $"dialogs/{session}" : $"clients/{ClientId}";
}
