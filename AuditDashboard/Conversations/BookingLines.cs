using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations;

/// <summary>What bookings are now, from what was said about them: the last of their visits.</summary>
public static class BookingLines
{
    /// <summary>The bookings behind one id whose start is known.</summary>
    /// <param name="deeds">Every <c>booking.*</c> event that names the id, in any order.</param>
    public static IEnumerable<BookingLine> Of(IReadOnlyCollection<BookingDeed> deeds) =>
        BookingMakers.Apart<BookingDeed>([.. deeds.OrderBy(deed => deed.At).ThenBy(deed => deed.Seq)]).Select(Line).OfType<BookingLine>();

    /// <summary>Null where nobody has said when it is.</summary>
    private static BookingLine? Line(IReadOnlyList<BookingDeed> deeds)
    {
        if (VisitFold<BookingDeed>.Of(deeds) is not [.., var visit])
        {
            return null;
        }

        var created = BookingMakers.CreatedIn(deeds);
        var maker = created ?? deeds[0];
        return new BookingLine(
            maker.Booking.Id, Last(deeds, deed => deed.RootId) ?? maker.Booking.Id, maker.Bot,
            maker.ClientId ?? Last(deeds, deed => deed.ClientId), maker.Client ?? Last(deeds, deed => deed.Client),
            maker.Channel ?? First(deeds, deed => deed.Channel), maker.Branch ?? First(deeds, deed => deed.Branch),
            Last(deeds, deed => deed.Booking.Service), Last(deeds, deed => deed.Booking.Staff), visit.Start, EndOf(deeds, visit.Start),
            Last(deeds, deed => deed.Booking.PriceKopecks), Last(deeds, deed => deed.Booking.Currency), created?.At,
            VisitPlan.Of(visit.Words, visit.MovedByClientAt is not null), VisitPlan.FactOf(visit.Words), deeds.Count(deed => deed.Type == EventTypes.BookingRescheduled));
    }

    /// <summary>An end that belongs to an earlier start says nothing.</summary>
    private static DateTimeOffset? EndOf(IReadOnlyList<BookingDeed> deeds, DateTimeOffset start) =>
        Last(deeds.Where(deed => deed.Booking.Start is null || deed.Booking.Start == start), deed => deed.Booking.End) is { } end && end > start ? end.ToUniversalTime() : null;

    private static T? First<T>(IEnumerable<BookingDeed> deeds, Func<BookingDeed, T?> read) => deeds.Select(read).FirstOrDefault(value => value is not null);

    private static T? Last<T>(IEnumerable<BookingDeed> deeds, Func<BookingDeed, T?> read) => deeds.Select(read).LastOrDefault(value => value is not null);
}
