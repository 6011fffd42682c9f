using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Reads from the log what a delivery says.</summary>
internal sealed class ReadContents(ISessions sessions, IEventReader events, IConfiguration configuration)
{
    public async Task<StoredEvent?> EventAsync(long seq, CancellationToken cancel) => (await events.OfSeqsAsync([seq], cancel)) is [var found, ..] ? found : null;

    public async Task<LeadContents> LeadAsync(Delivery delivery, CancellationToken cancel)
    {
        var session = delivery.Link.SessionId is { } id ? await sessions.FindAsync(id, cancel) : null;
        var story = session is null ? [] : await events.OfSessionAsync(session.Id, cancel);
        return LeadContents.Of(delivery.Content, session, [.. story.Where(item => item.Seq <= delivery.Row.Seq)], session is null ? null : ReplayOf(session));
    }

    /// <summary>The dialog the event lies in, else the lead's own.</summary>
    public async Task<(SessionSummary? Session, IReadOnlyList<StoredEvent> Story)> DialogAsync(Delivery delivery, CancellationToken cancel)
    {
        var id = delivery.Event?.SessionId ?? delivery.Link.SessionId;
        var session = id is { } known ? await sessions.FindAsync(known, cancel) : null;
        return (session, session is null ? [] : await events.OfSessionAsync(session.Id, cancel));
    }

    public Task<IReadOnlyList<StoredEvent>> EventsAsync(IReadOnlyCollection<long> seqs, CancellationToken cancel) => events.OfSeqsAsync(seqs, cancel);

    /// <summary>A page that asks who is looking; nothing in the address opens it.</summary>
    public string? ReplayOf(SessionSummary session) => configuration["PublicBaseUrl"] is { Length: > 0 } url ? $"{url.TrimEnd('/')}/dialogs/{session.Id}" : null;
}
