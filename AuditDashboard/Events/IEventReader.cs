using AuditDashboard.Foundation;

namespace AuditDashboard.Events;

/// <summary>Which events: every member that is set narrows. <paramref name="After"/> is exclusive; the answer ascends by seq.</summary>
/// <param name="Session">Our session id, or the sender's own key.</param>
/// <param name="Clients">Our client ids (one person's merged records).</param>
/// <param name="From">Inclusive, by the event's <c>time</c>; <paramref name="To"/> is exclusive.</param>
/// <param name="Branches">Only these branches (what a manager may see); null = all.</param>
/// <param name="TypePrefix">Types that begin so, as <c>booking.</c>.</param>
public sealed record EventFilter(
    long After = 0, int Limit = 100, string? Session = null, IReadOnlyCollection<ClientId>? Clients = null, string? Type = null,
    string? Channel = null, string? Branch = null, DateTimeOffset? From = null, DateTimeOffset? To = null,
    IReadOnlyCollection<string>? Branches = null, string? TypePrefix = null);

/// <summary>Reads the log. Never waits for the writer.</summary>
public interface IEventReader
{
    Task<IReadOnlyList<StoredEvent>> ListAsync(EventFilter filter, CancellationToken cancel);

    /// <summary>All there are, whatever the filter's limit, read a portion at a time; no reader stays open between two portions.</summary>
    IAsyncEnumerable<StoredEvent> StreamAsync(EventFilter filter, CancellationToken cancel);

    Task<long> CountAsync(EventFilter filter, CancellationToken cancel);

    /// <summary>All events of one session, by effective time, then seq.</summary>
    Task<IReadOnlyList<StoredEvent>> OfSessionAsync(SessionId sessionId, CancellationToken cancel);

    /// <summary>All events of these clients (one person's merged records), by effective time, then seq.</summary>
    Task<IReadOnlyList<StoredEvent>> OfClientsAsync(IReadOnlyCollection<ClientId> clientIds, CancellationToken cancel);

    /// <summary>These very events; those that are not there are left out.</summary>
    Task<IReadOnlyList<StoredEvent>> OfSeqsAsync(IReadOnlyCollection<long> seqs, CancellationToken cancel);

    /// <summary>The clients of the events after this seq, each once.</summary>
    Task<IReadOnlyList<ClientId>> ClientsAfterAsync(long seq, CancellationToken cancel);

    /// <summary>The newest seq; 0 in an empty log.</summary>
    Task<long> LastSeqAsync(CancellationToken cancel);

    /// <summary>The exact payload bytes in the log, or null when there is no such event or its payload is gone.</summary>
    Task<byte[]?> PayloadAsync(long seq, CancellationToken cancel);
}
