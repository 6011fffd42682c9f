using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Append;

/// <summary>
/// Remembers that a booking exists and whose it is: the client of its earliest creation, until that is known the first one named. Notes the events
/// of it that lie under somebody else, so that they are read with the booking.
/// </summary>
internal sealed class BookingBook(WriteConnection store)
{
    private readonly RowTable<BookingRow> _bookings = store.Table<BookingRow>();
    private readonly RowSearch<BookingRow> _byId = store.Table<BookingRow>().Search([nameof(BookingRow.Bot), nameof(BookingRow.BookingId)]);
    private readonly RowTable<BookingStrayRow> _strays = store.Table<BookingStrayRow>();
    private readonly RowSearch<BookingStrayRow> _straysOf = store.Table<BookingStrayRow>().Search([nameof(BookingStrayRow.Bot), nameof(BookingStrayRow.BookingId)]);

    public void Note(AppendingEvent appending)
    {
        var type = appending.Content.Type;
        if (appending.Content.Booking is not { } booking)
        {
            return;
        }

        if (type.StartsWith("booking.", StringComparison.Ordinal))
        {
            Note(appending, _byId.First(appending.Draft.Bot, booking.Id) ?? new BookingRow { Bot = appending.Draft.Bot, BookingId = booking.Id });
        }
        else if (type.StartsWith("reminder.", StringComparison.Ordinal))
        {
            Stray(appending, booking.Id, _byId.First(appending.Draft.Bot, booking.Id));
        }
    }

    private void Note(AppendingEvent appending, BookingRow known)
    {
        var creates = appending.Content.Type == EventTypes.BookingCreated && (known.CreatedAt is not { } created || appending.EffectiveAt < created);
        var before = known.ClientId;
        if (before is null || creates)
        {
            known.Key = BookingLine.KeyOf(known.Bot, known.BookingId);
            known.ClientId = appending.ClientId ?? before;
            known.ClientAddress = appending.ClientId is null ? known.ClientAddress : appending.Content.Client?.Id ?? known.ClientAddress;
            known.CreatedAt = creates ? appending.EffectiveAt : known.CreatedAt;
            _bookings.Upsert(known);
        }

        Stray(appending, known.BookingId, known);
        if (known.ClientId is { } owner && before != owner)
        {
            HandOver(appending, known.BookingId, owner, before);
        }
    }

    private void Stray(AppendingEvent appending, string bookingId, BookingRow? known)
    {
        if (known is { CreatedAt: not null } && known.ClientId == appending.ClientId)
        {
            return;
        }

        _strays.Upsert(new BookingStrayRow { Seq = appending.Seq, Bot = appending.Draft.Bot, BookingId = bookingId, ClientId = appending.ClientId, OwnerId = known?.ClientId });
        if (known?.ClientId is { } owner && owner != appending.ClientId)
        {
            appending.AlsoOf = [.. appending.AlsoOf, owner];
        }
    }

    /// <summary>What came before belongs to the new owner too; the people it lay under lose it.</summary>
    private void HandOver(AppendingEvent appending, string bookingId, ClientId owner, ClientId? before)
    {
        HashSet<ClientId> touched = [owner];
        foreach (var stray in _straysOf.List(appending.Draft.Bot, bookingId))
        {
            stray.OwnerId = owner;
            _strays.Upsert(stray);
            touched.UnionWith(stray.ClientId is { } client ? [client] : []);
        }

        touched.UnionWith(before is { } earlier ? [earlier] : []);
        if (touched.Count > 1)
        {
            // So that a start after a crash finds those who lost it.
            _strays.Upsert(new BookingStrayRow { Seq = appending.Seq, Bot = appending.Draft.Bot, BookingId = bookingId, ClientId = appending.ClientId, OwnerId = owner });
        }

        appending.AlsoOf = [.. touched.Union(appending.AlsoOf)];
    }
}
