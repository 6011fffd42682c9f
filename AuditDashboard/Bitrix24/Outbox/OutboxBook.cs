using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Bitrix24.Outbox;

/// <summary>The outbox inside the append transaction. Nothing is remembered between batches: the sender changes the same rows.</summary>
internal sealed class OutboxBook(WriteConnection store, TimeSpan idle)
{
    private const int PlacesOfAnEvent = 16;
    private readonly RowTable<LinkRow> _links = store.Table<LinkRow>();
    private readonly RowTable<OutboxRow> _outbox = store.Table<OutboxRow>();
    private readonly RowTable<BookingLinkRow> _bookings = store.Table<BookingLinkRow>();
    private readonly RowTable<NoticeRow> _notices = store.Table<NoticeRow>();
    private readonly RowSearch<LinkRow> _byLead = store.Table<LinkRow>().Search([nameof(LinkRow.Bot), nameof(LinkRow.LeadId)], nameof(LinkRow.Id), 1);
    private readonly RowSearch<LinkRow> _bySession = store.Table<LinkRow>().Search([nameof(LinkRow.SessionId)], nameof(LinkRow.Id), 1);
    private readonly RowSearch<LinkRow> _byClient = store.Table<LinkRow>().Search([nameof(LinkRow.ClientId)], nameof(LinkRow.Id), 1);
    private readonly RowSearch<LinkRow> _byId = store.Table<LinkRow>().Search([nameof(LinkRow.Id)]);
    private readonly RowSearch<LinkRow> _byPortal = store.Table<LinkRow>().Search([nameof(LinkRow.PortalId)], nameof(LinkRow.Id), 1);
    private readonly RowSearch<BookingLinkRow> _byBooking = store.Table<BookingLinkRow>().Search([nameof(BookingLinkRow.Bot), nameof(BookingLinkRow.BookingId)]);

    public void Notice(string entity, long entityId, AppendingEvent appending) =>
        _notices.Upsert(new NoticeRow { Entity = entity, EntityId = entityId, At = appending.RecordedAt, Seq = appending.Seq });

    /// <summary>A lead that is not known yet gets its place, and its delivery; true when it did.</summary>
    public bool Lead(AppendingEvent appending)
    {
        var (content, bot) = (appending.Content, appending.Draft.Bot);
        var (leadId, number) = (content.Lead?.Id, content.Lead?.Bitrix24);
        var inSession = appending.SessionId is { } session ? _bySession.First(Bytes(session.Value)) : null;
        if (leadId is not null ? _byLead.First(bot, leadId) is not null : inSession is not null)
        {
            return false;
        }

        var link = Make(appending, inSession is null ? OriginOf(appending) : $"{OriginOf(appending)}:{DedupeKey.Digest(leadId ?? "", 8)}", number);
        Add(link, appending, Deliveries.Lead, 0);
        return true;
    }

    /// <summary>Plans what the event tells the portal; nothing where no lead is known.</summary>
    public bool Tell(AppendingEvent appending, IReadOnlyList<string> deliveries)
    {
        if (Find(appending) is not { } link)
        {
            return false;
        }

        if (appending.Content.Booking is { } booking && _byBooking.First(appending.Draft.Bot, booking.Id) is null)
        {
            _bookings.Upsert(new BookingLinkRow { Bot = appending.Draft.Bot, BookingId = booking.Id, LinkId = link.Id });
        }

        for (var place = 0; place < deliveries.Count; place++)
        {
            Add(link, appending, deliveries[place], place + 1);
        }

        return deliveries.Count > 0;
    }

    private LinkRow? Find(AppendingEvent appending)
    {
        var (content, bot) = (appending.Content, appending.Draft.Bot);
        var named = content.Lead?.Id is { } leadId ? _byLead.First(bot, leadId) : null;
        named ??= content.Lead?.Bitrix24 is { } number ? _byPortal.First(number) ?? Make(appending, OriginOf(appending), number) : null;
        named ??= content.Booking is { } booking && _byBooking.First(bot, booking.Id) is { } known ? _byId.First(known.LinkId) : null;
        named ??= appending.SessionId is { } session ? _bySession.First(Bytes(session.Value)) : null;
        return named ?? (appending.ClientId is { } client ? _byClient.First(Bytes(client.Value)) : null);
    }

    private LinkRow Make(AppendingEvent appending, string originId, long? portalId)
    {
        var link = new LinkRow
        {
            Id = appending.Seq, Bot = appending.Draft.Bot, LeadId = appending.Content.Lead?.Id, SessionId = appending.SessionId, ClientId = appending.ClientId, OriginId = originId,
            EntityTypeId = portalId is null ? 0 : 1, PortalId = portalId, State = portalId is null ? "new" : "linked", CreatedAt = appending.RecordedAt,
            DigestDueAt = appending.SessionId is null ? null : appending.RecordedAt + idle,
        };
        _links.Upsert(link);
        return link;
    }

    private void Add(LinkRow link, AppendingEvent appending, string kind, int place) => _outbox.Upsert(new OutboxRow
    {
        LinkId = link.Id, Position = (appending.Seq * PlacesOfAnEvent) + place, Kind = kind, EventType = appending.Content.Type, Seq = appending.Seq,
        DueAt = appending.RecordedAt, CreatedAt = appending.RecordedAt,
    });

    private static string OriginOf(AppendingEvent appending) =>
        appending.SessionId is { } session ? $"s:{session}" : $"e:{DedupeKey.Digest($"{appending.Draft.Bot}\n{appending.Draft.Source}\n{appending.Content.Id}", 32)}";

    private static byte[] Bytes(Guid id) => id.ToByteArray(true);
}
