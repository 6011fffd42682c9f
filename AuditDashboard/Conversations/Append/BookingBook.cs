using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Append;

/// <summary>Remembers that a booking exists and whose it is, for buttons pressed under a reminder.</summary>
internal sealed class BookingBook(WriteConnection store)
{
    private readonly RowTable<BookingRow> _bookings = store.Table<BookingRow>();
    private readonly RowSearch<BookingRow> _byId = store.Table<BookingRow>().Search([nameof(BookingRow.Bot), nameof(BookingRow.BookingId)]);

    public void Note(AppendingEvent appending)
    {
        if (appending.Content.Booking is not { } booking || !appending.Content.Type.StartsWith("booking.", StringComparison.Ordinal))
        {
            return;
        }

        var known = _byId.First(appending.Draft.Bot, booking.Id);
        if (known is null || known.ClientId is null)
        {
            _bookings.Upsert(new BookingRow
            {
                Bot = appending.Draft.Bot, BookingId = booking.Id, ClientId = appending.ClientId, ClientAddress = appending.Content.Client?.Id,
            });
        }
    }
}
