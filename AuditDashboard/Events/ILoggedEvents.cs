using AuditDashboard.Events.Log;
using AuditDashboard.Foundation;

namespace AuditDashboard.Events;

/// <summary>Reads events for proofs: the exact bytes, the salt of their commitment, the place of their leaf. Never waits for the writer.</summary>
public interface ILoggedEvents
{
    Task<Logged?> FindAsync(long seq, CancellationToken cancel);

    /// <summary>All of the session, in the order of their leaves.</summary>
    Task<IReadOnlyList<Logged>> OfSessionAsync(SessionId sessionId, CancellationToken cancel);

    /// <summary>The next ones after this seq, ascending by seq.</summary>
    Task<IReadOnlyList<Logged>> PortionAsync(long after, int most, CancellationToken cancel);

    /// <summary>The app's own events of these types, in the order of their leaves.</summary>
    Task<IReadOnlyList<Logged>> OwnAsync(IReadOnlyCollection<string> types, CancellationToken cancel);

    /// <summary>Leaves whose events were taken out whole (the demo's, when it left): first and last index, both inclusive.</summary>
    Task<IReadOnlyList<(long First, long Last)>> RemovedAsync(CancellationToken cancel);

    /// <summary>One event as it lies in the table.</summary>
    /// <param name="LogIndex">Of its leaf in the evidence tree, from 0.</param>
    /// <param name="Payload">Null once retention or erasure removed it; the leaf stays.</param>
    sealed record Logged(
        long Seq, long LogIndex, SessionId? SessionId, string Bot, string Source, string Id, string Type, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt,
        byte[]? Salt, byte[]? Payload)
    {
        public bool IsErased => Payload is null;

        /// <summary>HMAC-SHA256 of the payload under the salt (standards.md section 5.2); null where either is gone.</summary>
        public byte[]? Commit() => Salt is null || Payload is null ? null : Log.Payload.Commit(Salt, Payload);

        /// <summary>The columns beside the payload say what the payload says.</summary>
        public bool AgreesWithPayload() => Payload is null || PayloadColumns.Agree(this, Payload);

        /// <summary>The event inside the payload; null where it is gone.</summary>
        public EventContent? Content() => Payload is null ? null : Parsing.EventContentReader.Reread(Log.Payload.EventOf(Payload));
    }
}
