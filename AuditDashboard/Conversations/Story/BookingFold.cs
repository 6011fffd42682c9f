using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>The bookings of one client (kpi-notes.md section 5). Needs the order, the sessions and the answers to reminders.</summary>
internal static class BookingFold
{
    public static IReadOnlyList<BookingStory> Of(IReadOnlyList<StoryEvent> ordered, StoryRules rules, DateTimeOffset now)
    {
        List<BookingStory> found = [];
        foreach (var own in EventsByBooking(ordered).SelectMany(ByOwner))
        {
            // Any of its own events in a test or spam takes the booking out; a client's word does not.
            if (own.Exists(item => Owns(item)) && !own.Exists(item => Owns(item) && item.IsOut))
            {
                found.Add(Fold(own, rules, now));
            }
        }

        return found;
    }

    private static BookingStory Fold(List<StoryEvent> own, StoryRules rules, DateTimeOffset now)
    {
        var created = own.Find(item => item.Is(EventTypes.BookingCreated));
        var first = own.Find(Owns)!;
        var price = own.FindLast(item => item.Content.Booking?.PriceKopecks is not null)?.Content.Booking!.PriceKopecks;
        return new BookingStory(
            first.Content.Booking!.Id, created, created is not null && !rules.HoursOf(created.Branch).Include(created.At, rules.ZoneOf(created.Branch)), price, own,
            new VisitFold(created, now).Of(own));
    }

    private static List<List<StoryEvent>> EventsByBooking(IReadOnlyList<StoryEvent> ordered)
    {
        Dictionary<string, List<StoryEvent>> byId = new(StringComparer.Ordinal);
        foreach (var item in ordered.Where(item => !item.IsImported))
        {
            foreach (var id in Owns(item) ? [item.Content.Booking!.Id] : item.ConfirmsBookings)
            {
                if (!byId.TryGetValue(id, out var own))
                {
                    byId[id] = own = [];
                }

                own.Add(item);
            }
        }

        return [.. byId.Values];
    }

    /// <summary>
    /// An id is unique to a bot, but a journal's marks and the assistant's reminders name the same booking: only where two bots have each created
    /// one under the same id are they two.
    /// </summary>
    private static IEnumerable<List<StoryEvent>> ByOwner(List<StoryEvent> own)
    {
        var makers = own.Where(item => item.Is(EventTypes.BookingCreated)).Select(item => item.Stored.Bot).Distinct().ToList();
        return makers.Count < 2
            ? [own]
            : makers.Select(maker => own.Where(item => item.Stored.Bot == maker || (maker == makers[0] && !makers.Contains(item.Stored.Bot))).ToList());
    }

    private static bool Owns(StoryEvent item) => item.Content.Booking is not null
        && (item.Stored.Type.StartsWith("booking.", StringComparison.Ordinal) || item.Stored.Type.StartsWith("reminder.", StringComparison.Ordinal));
}
