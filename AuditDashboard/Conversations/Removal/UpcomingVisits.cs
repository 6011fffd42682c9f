using AuditDashboard.Conversations.Story;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Removal;

/// <summary>A booking serves its purpose until its visit is over and somebody has said whether the client came, or a day has passed.</summary>
internal sealed class UpcomingVisits(IClients clients, StoryTeller teller, TimeProvider time) : IStillNeeded
{
    public async Task<IReadOnlySet<long>> SeqsAsync(IReadOnlyCollection<ClientId> clientIds, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var roots = (await clients.RootsAsync(clientIds, cancel)).Values.ToHashSet();
        return (await teller.TellAsync(roots, cancel)).SelectMany(told => told.Story.Bookings)
            .Where(booking => booking.Visits.Any(visit => visit.Start + StoryRules.MarkPatience > now))
            .SelectMany(booking => booking.Events).Select(item => item.Stored.Seq).ToHashSet();
    }
}
