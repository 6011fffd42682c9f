using AuditDashboard.Events;

namespace AuditDashboard.Conversations;

/// <summary>What bookings are now, from what was said about them: the one reading of it. What was said before the last move is void.</summary>
public static class BookingLines
{
    /// <summary>The bookings behind one id whose start is known.</summary>
    /// <param name="deeds">Every <c>booking.*</c> event that names the id, in any order.</param>
    public static IEnumerable<BookingLine> Of(IReadOnlyCollection<BookingDeed> deeds) => ByMaker(deeds).Select(Fold).OfType<BookingLine>();

    /// <summary>
    /// An id is unique to a bot, but a journal's marks and the assistant's messages name the same booking: only where two bots have each created
    /// one under the same id are they two.
    /// </summary>
    private static IEnumerable<IReadOnlyList<BookingDeed>> ByMaker(IReadOnlyCollection<BookingDeed> deeds)
    {
        var makers = deeds.Where(deed => deed.Type == EventTypes.BookingCreated).Select(deed => deed.Bot).Distinct().ToList();
        return makers.Count < 2
            ? [InOrder(deeds)]
            : makers.Select(maker => InOrder(deeds.Where(deed => deed.Bot == maker || (maker == makers[0] && !makers.Contains(deed.Bot)))));
    }

    private static List<BookingDeed> InOrder(IEnumerable<BookingDeed> deeds) => [.. deeds.OrderBy(deed => deed.At).ThenBy(deed => deed.Seq)];

    /// <summary>Null where nobody has said when it is.</summary>
    private static BookingLine? Fold(IReadOnlyList<BookingDeed> deeds)
    {
        if (Last(deeds.Where(deed => deed.Type != EventTypes.BookingChanged), deed => deed.Booking.Start) is not { } start)
        {
            return null;
        }

        var moves = deeds.Count(deed => deed.Type == EventTypes.BookingRescheduled);
        IReadOnlyList<BookingDeed> since = [.. deeds.Skip(LastMove(deeds) + 1)];
        var created = deeds.FirstOrDefault(deed => deed.Type == EventTypes.BookingCreated);
        var maker = created ?? deeds[0];
        return new BookingLine(
            maker.Booking.Id, Last(deeds, deed => deed.RootId) ?? maker.Booking.Id, maker.Bot,
            maker.ClientId ?? Last(deeds, deed => deed.ClientId), maker.Client ?? Last(deeds, deed => deed.Client),
            maker.Channel ?? First(deeds, deed => deed.Channel), maker.Branch ?? First(deeds, deed => deed.Branch),
            Last(deeds, deed => deed.Booking.Service), Last(deeds, deed => deed.Booking.Staff), start.ToUniversalTime(), EndOf(deeds, start),
            Last(deeds, deed => deed.Booking.PriceKopecks), Last(deeds, deed => deed.Booking.Currency), created?.At, PlanOf(since), FactOf(since), moves);
    }

    private static int LastMove(IReadOnlyList<BookingDeed> deeds)
    {
        for (var index = deeds.Count - 1; index >= 0; index--)
        {
            if (deeds[index].Type == EventTypes.BookingRescheduled)
            {
                return index;
            }
        }

        return -1;
    }

    private static string PlanOf(IReadOnlyList<BookingDeed> since)
    {
        if (since.Any(deed => deed.Type == EventTypes.BookingCancelled && !deed.IsRefusal))
        {
            return "cancelled";
        }

        var staffSaid = since.Any(deed => IsWord(deed) && deed.Actor == "human");
        var said = since.LastOrDefault(deed => deed.Type == EventTypes.BookingCancelled || (IsWord(deed) && !(staffSaid && deed.Actor == "ai")));
        return said is null ? "created" : said.Type == EventTypes.BookingConfirmed ? "confirmed" : said.Type == EventTypes.BookingDeclined ? "declined" : "cancelled";
    }

    /// <summary>A person's mark beats a system's, within a rank the latest holds; the assistant's is only a hint.</summary>
    private static string? FactOf(IReadOnlyList<BookingDeed> since)
    {
        var marks = since.Where(deed => deed.Type is "booking.attended" or "booking.no_show" && deed.Actor != "ai").ToList();
        return (marks.FindLast(mark => mark.Actor == "human") ?? marks.LastOrDefault())?.Type["booking.".Length..];
    }

    /// <summary>An end that belongs to an earlier start says nothing.</summary>
    private static DateTimeOffset? EndOf(IReadOnlyList<BookingDeed> deeds, DateTimeOffset start) =>
        Last(deeds.Where(deed => deed.Booking.Start is null || deed.Booking.Start == start), deed => deed.Booking.End) is { } end && end > start ? end.ToUniversalTime() : null;

    private static bool IsWord(BookingDeed deed) => deed.Type == EventTypes.BookingConfirmed || deed.Type == EventTypes.BookingDeclined;

    private static T? First<T>(IEnumerable<BookingDeed> deeds, Func<BookingDeed, T?> read) => deeds.Select(read).FirstOrDefault(value => value is not null);

    private static T? Last<T>(IEnumerable<BookingDeed> deeds, Func<BookingDeed, T?> read) => deeds.Select(read).LastOrDefault(value => value is not null);
}
