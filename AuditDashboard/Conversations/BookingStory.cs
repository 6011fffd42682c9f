using AuditDashboard.Conversations.Bookings;

namespace AuditDashboard.Conversations;

/// <summary>One booking of the client with its visits, from its own events, whichever bot or channel sent them (kpi-notes.md section 5).</summary>
/// <param name="Created">The earliest <c>booking.created</c>; null where nobody told of one: the booking then has no creation time.</param>
/// <param name="IsCreatedAfterHours">Created outside the working hours of its branch.</param>
/// <param name="PriceKopecks">The last price named, in kopecks.</param>
/// <param name="Events">In story order: <c>booking.*</c>, <c>reminder.*</c> and the messages that confirm it in words; imported ones are left out.</param>
/// <param name="Visits">One at the final start; more where a client who had not come was moved afterwards. Empty without any start.</param>
public sealed record BookingStory(
    string Id, StoryEvent? Created, bool IsCreatedAfterHours, long? PriceKopecks, IReadOnlyList<StoryEvent> Events, IReadOnlyList<BookingStory.Visit> Visits)
{
    /// <summary>A visit at its final start.</summary>
    /// <param name="Origin">Its identity: what made it, a creation, a move, or the first event that told of it.</param>
    /// <param name="Place">Names its channel and branch.</param>
    /// <param name="Start">UTC.</param>
    /// <param name="CreatedAt">UTC; null = unknown.</param>
    /// <param name="MovedByClientAt">UTC. The last move, where it confirms the new start by itself (kpi-notes.md section 5); else null.</param>
    /// <param name="Events">What still counts: everything after the last move, in story order.</param>
    /// <param name="IsLocked">The moment at which its confirmation is read has passed.</param>
    /// <param name="IsOverdue">Somebody should have said by now whether the client came.</param>
    public sealed record Visit(
        StoryEvent Origin, StoryEvent Place, DateTimeOffset Start, DateTimeOffset? CreatedAt, DateTimeOffset? MovedByClientAt, IReadOnlyList<StoryEvent> Events,
        bool IsLocked, bool IsOverdue)
    {
        /// <summary>How long before the start a confirmation still counts for K3.</summary>
        public static readonly TimeSpan LockBefore = TimeSpan.FromHours(2);

        /// <summary>UTC; a signal at this very moment is in time.</summary>
        public DateTimeOffset LockAt => Start - LockBefore;

        /// <summary>The salon called it off: K3 and K4 leave it out.</summary>
        public bool IsCancelledBySalon => Events.Any(item => item.IsCancelledBySalon);
    }

    /// <summary>The mark that holds: a person's before a system's, within a rank the latest (kpi-notes.md section 7). Null without any.</summary>
    /// <param name="events">What counts of the visit, in story order.</param>
    /// <param name="attendee">One of a group; a mark that names nobody holds for all who have none of their own. Null = the only one.</param>
    public static StoryEvent? MarkOf(IReadOnlyList<StoryEvent> events, string? attendee)
    {
        var marks = events.Where(IsMark).ToList();
        var own = attendee is null ? marks : marks.FindAll(mark => mark.Content.DataText("attendee") == attendee);
        return VisitPlan.Holding(own.Count > 0 ? own : marks.FindAll(mark => mark.Content.DataText("attendee") is null));
    }

    /// <summary>Says whether the client came; the assistant's word is only a hint and says nothing.</summary>
    public static bool IsMark(StoryEvent item) => VisitPlan.IsMark(item);
}
