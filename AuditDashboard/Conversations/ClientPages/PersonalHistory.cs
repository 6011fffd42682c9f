using AuditDashboard.Access;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>A person's visits and consents, from their story: all merged records, every bot and channel.</summary>
internal sealed class PersonalHistory(IStories stories)
{
    /// <param name="viewer">Sees the visits of their branches; prices are the owner's.</param>
    public async Task<(IReadOnlyList<ClientView.Visit> Visits, IReadOnlyList<ClientView.Consent> Consents)> RunAsync(ClientId root, Viewer viewer, CancellationToken cancel)
    {
        if (await stories.TellAsync(root, cancel) is not { } story)
        {
            return ([], []);
        }

        var visits = from booking in story.Bookings
                     from visit in booking.Visits
                     where viewer.MaySee(visit.Place.Branch)
                     orderby visit.Start descending
                     select Of(booking, visit, viewer);
        return ([.. visits], [.. story.Events.Where(IsConsent).Reverse().Select(Of)]);
    }

    private static ClientView.Visit Of(BookingStory booking, BookingStory.Visit visit, Viewer viewer) => new(
        booking.Id, visit.Start, Last(booking, part => part.Service), Last(booking, part => part.Staff), visit.Place.Branch, VisitPlan.Of(visit), VisitPlan.FactOf(visit),
        visit.IsOverdue, viewer.IsOwner ? booking.PriceKopecks : null);

    private static string? Last(BookingStory booking, Func<EventContent.BookingPart, string?> read) =>
        booking.Events.Select(item => item.Content.Booking is { } part ? read(part) : null).LastOrDefault(value => value is not null);

    private static bool IsConsent(StoryEvent item) => item.Is(EventTypes.ConsentGranted) || item.Is(EventTypes.ConsentRevoked);

    private static ClientView.Consent Of(StoryEvent item) => new(
        item.Is(EventTypes.ConsentGranted), item.Content.DataText("purpose"), item.Content.DataText("text"), item.Channel, item.At, item.Stored.SessionId);
}
