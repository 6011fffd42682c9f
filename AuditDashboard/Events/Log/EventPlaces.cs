using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Events.Log;

internal sealed class EventPlaces : IEventPlaces
{
    private RowTable<EventRow>? _rows;
    private RowSearch<EventRow>? _bySeq;
    private RowSearch<EventRow>? _byClient;

    public IReadOnlyList<StoredEvent> OfClient(WriteConnection store, ClientId clientId)
    {
        _byClient ??= Rows(store).Search([nameof(EventRow.ClientId)]);
        return EventReader.Read(_byClient.List(clientId.Value.ToByteArray(true)));
    }

    public void Move(WriteConnection store, long seq, SessionId? sessionId)
    {
        _bySeq ??= Rows(store).Search([nameof(EventRow.Seq)]);
        var row = _bySeq.First(seq) ?? throw new InvalidDataException("An event that is not in the log.");
        row.SessionId = sessionId;
        Rows(store).Upsert(row);
    }

    private RowTable<EventRow> Rows(WriteConnection store) => _rows ??= store.Table<EventRow>();
}
