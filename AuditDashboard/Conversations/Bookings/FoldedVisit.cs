namespace AuditDashboard.Conversations.Bookings;

/// <summary>A visit at its final start; see <see cref="BookingStory.Visit"/>.</summary>
/// <param name="Words">What still counts: everything after the last move, in order.</param>
internal sealed record FoldedVisit<TWord>(TWord Origin, TWord Place, DateTimeOffset Start, DateTimeOffset? CreatedAt, DateTimeOffset? MovedByClientAt, IReadOnlyList<TWord> Words)
    where TWord : class, IBookingWord;
