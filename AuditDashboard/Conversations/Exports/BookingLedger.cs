using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Exports;

/// <summary>Gathers booking events in any order and says what became of each booking (kpi-notes.md sections 5 and 7).</summary>
internal sealed class BookingLedger
{
    private readonly Dictionary<string, List<BookingDeed>> _byId = new(StringComparer.Ordinal);

    public void Add(StoredEvent stored)
    {
        if (stored.Content?.Booking is not { } booking)
        {
            return;
        }

        if (!_byId.TryGetValue(booking.Id, out var deeds))
        {
            _byId[booking.Id] = deeds = new List<BookingDeed>(3);
        }

        deeds.Add(BookingDeed.Of(stored, booking));
    }

    /// <summary>Bookings whose start is known, in no particular order.</summary>
    public IEnumerable<BookingLine> Lines() => _byId.Values.SelectMany(BookingLines.Of);
}
