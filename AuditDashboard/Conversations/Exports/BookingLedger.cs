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
    public IEnumerable<BookingLine> Lines() => _byId.Values.SelectMany(ByMaker).Select(BookingFold.Of).OfType<BookingLine>();

    /// <summary>
    /// An id is unique to a bot, but a journal's marks and the assistant's messages name the same booking: only where two bots have each created
    /// one under the same id are they two.
    /// </summary>
    private static IEnumerable<IReadOnlyList<BookingDeed>> ByMaker(List<BookingDeed> deeds)
    {
        var makers = deeds.Where(deed => deed.Type == EventTypes.BookingCreated).Select(deed => deed.Bot).Distinct().ToList();
        return makers.Count < 2
            ? [InOrder(deeds)]
            : makers.Select(maker => InOrder(deeds.Where(deed => deed.Bot == maker || (maker == makers[0] && !makers.Contains(deed.Bot)))));
    }

    private static List<BookingDeed> InOrder(IEnumerable<BookingDeed> deeds) => [.. deeds.OrderBy(deed => deed.At).ThenBy(deed => deed.Seq)];
}
