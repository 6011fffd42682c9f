using AuditDashboard.Foundation;

namespace AuditDashboard.Events;

/// <summary>Which events: every member that is set narrows. <paramref name="After"/> is exclusive; the answer ascends by seq.</summary>
/// <param name="Session">Our session id, or the sender's own key.</param>
/// <param name="Client">Our client id, or the client's address in a channel.</param>
/// <param name="From">Inclusive, by the event's <c>time</c>; <paramref name="To"/> is exclusive.</param>
public sealed record EventFilter(
    long After = 0, int Limit = 100, string? Session = null, string? Client = null, string? Type = null,
    string? Channel = null, string? Branch = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <summary>Reads the log. Never waits for the writer.</summary>
public interface IEventReader
{
    Task<IReadOnlyList<StoredEvent>> ListAsync(EventFilter filter, CancellationToken cancel);

    /// <summary>All events of one session, by effective time, then seq.</summary>
    Task<IReadOnlyList<StoredEvent>> OfSessionAsync(SessionId sessionId, CancellationToken cancel);

    /// <summary>All events of these clients (one person's merged records), by effective time, then seq.</summary>
    Task<IReadOnlyList<StoredEvent>> OfClientsAsync(IReadOnlyCollection<ClientId> clientIds, CancellationToken cancel);

    /// <summary>The exact payload bytes in the log, or null when there is no such event or its payload is gone.</summary>
    Task<byte[]?> PayloadAsync(long seq, CancellationToken cancel);
}
