using System.Text.Json;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Events.Log;

/// <summary>The events table on the write connection: tells new events from repeats, numbers the new ones, inserts them.</summary>
internal sealed class EventTable
{
    private readonly RowTable<EventRow> _rows;
    private readonly NumberSearch _known;
    private readonly RowSearch<EventRow> _bySeq;
    private readonly Dictionary<(string Bot, string Source, string Id), (long Seq, SealedEvent Event)> _batch = [];
    private readonly Dictionary<long, SealedEvent> _sealed = [];
    private readonly ContentPeriod _retention;
    private long _last;

    public EventTable(WriteConnection store, ContentPeriod retention)
    {
        _retention = retention;
        _rows = store.Table<EventRow>();
        _known = _rows.SearchNumber(nameof(EventRow.Seq), nameof(EventRow.Bot), nameof(EventRow.Source), nameof(EventRow.EventId));
        _bySeq = _rows.Search([nameof(EventRow.Seq)]);
        _last = _rows.Largest(nameof(EventRow.Seq));
    }

    public void Begin()
    {
        _batch.Clear();
        _sealed.Clear();
    }

    /// <summary>Adds the event to <paramref name="fresh"/> when it is new.</summary>
    public Appended Offer(SealedEvent offered, List<AppendingEvent> fresh)
    {
        var draft = offered.Draft;
        var identity = (draft.Bot, draft.Source, draft.Content.Id);
        if (_batch.TryGetValue(identity, out var earlier))
        {
            return new Appended(Same(earlier.Event.Draft.Json, draft) ? AppendStatus.Duplicate : AppendStatus.Conflict, earlier.Seq);
        }

        if (_known.Find(draft.Bot, draft.Source, draft.Content.Id) is { } seq)
        {
            var payload = draft.RepeatsMayDiffer ? null : _bySeq.First(seq)!.Payload;
            return new Appended(payload is null || Same(Payload.EventOf(payload), draft) ? AppendStatus.Duplicate : AppendStatus.Conflict, seq);
        }

        _batch[identity] = (++_last, offered);
        _sealed[_last] = offered;
        fresh.Add(new AppendingEvent
        {
            Draft = draft, Seq = _last, RecordedAt = offered.RecordedAt, Commitment = offered.Commitment,
            Channel = draft.Content.Channel, Branch = draft.Content.Branch,
            Flags = offered.RecordedAt - draft.Content.Time > _retention.Length ? EventFlags.Late : EventFlags.None,
        });
        return new Appended(AppendStatus.Accepted, _last);
    }

    public void Insert(List<AppendingEvent> fresh)
    {
        foreach (var appending in fresh)
        {
            var (draft, content, written) = (appending.Draft, appending.Content, _sealed[appending.Seq]);
            _rows.Insert(new EventRow
            {
                Seq = appending.Seq, Bot = draft.Bot, Source = draft.Source, EventId = content.Id, Endpoint = draft.Endpoint, Type = content.Type,
                Channel = appending.Channel, Branch = appending.Branch ?? draft.Branch, SessionKey = content.Session,
                SessionId = appending.SessionId, ClientId = appending.ClientId, OccurredAt = content.Time, RecordedAt = appending.RecordedAt,
                Flags = (int)appending.Flags, LogIndex = appending.LogIndex, Salt = written.Salt, Payload = written.Payload,
            });
        }
    }

    /// <summary>The same bytes, or the same JSON in other bytes (member order and white space are the sender's business).</summary>
    private static bool Same(ReadOnlyMemory<byte> first, EventDraft repeat)
    {
        if (repeat.RepeatsMayDiffer || first.Span.SequenceEqual(repeat.Json.Span))
        {
            return true;
        }

        return JsonElement.DeepEquals(JsonElement.Parse(first.Span), JsonElement.Parse(repeat.Json.Span));
    }
}
