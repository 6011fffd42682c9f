using AuditDashboard.Access;
using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Consents;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>A person's visits from their story, and their consents from the registry: all merged records, every bot and channel.</summary>
internal sealed class PersonalHistory(IStories stories, IDbContextFactory<AuditDbContext> databases, IPeople people)
{
    /// <param name="viewer">Sees the visits of their branches; prices are the owner's.</param>
    public async Task<(IReadOnlyList<ClientView.Visit> Visits, IReadOnlyList<ClientView.Consent> Consents)> RunAsync(ClientId root, Viewer viewer, CancellationToken cancel)
    {
        var consents = await ConsentsAsync(root, cancel);
        if (await stories.TellAsync(root, cancel) is not { } story)
        {
            return ([], consents);
        }

        var visits = from booking in story.Bookings
                     from visit in booking.Visits
                     where viewer.MaySee(visit.Place.Branch)
                     orderby visit.Start descending
                     select Of(booking, visit, viewer);
        return ([.. visits], consents);
    }

    private async Task<IReadOnlyList<ClientView.Consent>> ConsentsAsync(ClientId root, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<ConsentRow>().AsNoTracking()
            .Where(row => db.Set<ClientRow>().Any(client => client.Id == row.ClientId && client.RootId == root)).ToListAsync(cancel);
        List<ClientView.Consent> consents = [];
        foreach (var row in rows.OrderByDescending(row => row.WithdrawnAt ?? row.GrantedAt).ThenByDescending(row => row.Seq))
        {
            var by = row.WithdrawnAt is null ? row.GrantedBy : row.WithdrawnBy;
            consents.Add(new ClientView.Consent(
                row.Purpose.Length == 0 ? null : row.Purpose, row.TextVersion, row.TextSha256, row.Channel, row.GrantedAt, row.WithdrawnAt,
                by is null ? null : await people.NameAsync(by, cancel) ?? by, row.Reason, row.SessionId));
        }

        return consents;
    }

    private static ClientView.Visit Of(BookingStory booking, BookingStory.Visit visit, Viewer viewer) => new(
        booking.Id, visit.Start, Last(booking, part => part.Service), Last(booking, part => part.Staff), visit.Place.Branch, VisitPlan.Of(visit.Events, visit.MovedByClientAt is not null), VisitPlan.FactOf(visit.Events),
        visit.IsOverdue, viewer.IsOwner ? booking.PriceKopecks : null);

    private static string? Last(BookingStory booking, Func<EventContent.BookingPart, string?> read) =>
        booking.Events.Select(item => item.Content.Booking is { } part ? read(part) : null).LastOrDefault(value => value is not null);
}
