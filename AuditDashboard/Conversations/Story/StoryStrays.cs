using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>Events of bookings that lie under another client than the booking does.</summary>
/// <param name="Guests">Of this person's bookings, but under somebody else or nobody.</param>
/// <param name="Foreign">Seqs under this person, but of somebody else's bookings.</param>
internal sealed record StoryStrays(IReadOnlyList<StoredEvent> Guests, IReadOnlySet<long> Foreign)
{
    public static readonly StoryStrays None = new([], new HashSet<long>());
}
