using AuditDashboard.Conversations.Bookings;

namespace AuditDashboard.Conversations.Story;

/// <summary>The bookings of one client (kpi-notes.md section 5). Needs the order, the sessions and the answers to reminders.</summary>
internal static class BookingFold
{
    public static IReadOnlyList<BookingStory> Of(IReadOnlyList<StoryEvent> ordered, StoryRules rules, DateTimeOffset now)
    {
        List<BookingStory> found = [];
        foreach (var own in EventsByBooking(ordered).SelectMany(BookingMakers.Apart))
        {
            // Any of its own events in a test or spam takes the booking out; a client's word does not.
            if (own.Any(Owns) && !own.Any(item => Owns(item) && item.IsOut))
            {
                found.Add(Fold(own, rules, now));
            }
        }

        return found;
    }

    private static BookingStory Fold(IReadOnlyList<StoryEvent> own, StoryRules rules, DateTimeOffset now)
    {
        var created = BookingMakers.CreatedIn(own);
        var first = own.First(Owns);
        var price = own.LastOrDefault(item => item.Content.Booking?.PriceKopecks is not null)?.Content.Booking!.PriceKopecks;
        return new BookingStory(
            first.Content.Booking!.Id, created, created is not null && !rules.HoursOf(created.Branch).Include(created.At, rules.ZoneOf(created.Branch)), price, own,
            [.. VisitFold<StoryEvent>.Of(own).Select(visit => Visit(visit, now))]);
    }

    private static BookingStory.Visit Visit(FoldedVisit<StoryEvent> visit, DateTimeOffset now) => new(
        visit.Origin, visit.Place, visit.Start, visit.CreatedAt, visit.MovedByClientAt, visit.Words, now > visit.Start - BookingStory.Visit.LockBefore,
        now >= visit.Start + StoryRules.MarkPatience);

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

    private static bool Owns(StoryEvent item) => item.Content.Booking is not null
        && (item.Stored.Type.StartsWith("booking.", StringComparison.Ordinal) || item.Stored.Type.StartsWith("reminder.", StringComparison.Ordinal));
}
