using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Events;

/// <summary>Corrects which session an event lies in, when a later event shows it. Only inside a transaction of the write connection.</summary>
public interface IEventPlaces
{
    /// <summary>The client's events as the transaction sees them: none can come in between.</summary>
    IReadOnlyList<StoredEvent> OfClient(WriteConnection store, ClientId clientId);

    void Move(WriteConnection store, long seq, SessionId? sessionId);
}
