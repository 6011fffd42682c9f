using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>How a visit stands, in the words of http-api.md section 8: what was said about it, and what came of it (kpi-notes.md sections 5 and 7).</summary>
internal static class VisitPlan
{
    /// <summary>created | confirmed | declined | cancelled: the latest word holds, but a person's before the assistant's guess, and the salon's cancelling for good.</summary>
    public static string Of(BookingStory.Visit visit)
    {
        if (visit.IsCancelledBySalon)
        {
            return "cancelled";
        }

        var staffSpoke = visit.Events.Any(item => IsWord(item) && item.Actor == "human");
        var last = visit.Events.LastOrDefault(item =>
            item.Is(EventTypes.BookingCancelled) || (!(staffSpoke && IsGuess(item)) && (IsWord(item) || item.ConfirmsBookings.Count > 0)));
        return last is null ? visit.MovedByClientAt is null ? "created" : "confirmed"
            : last.Is(EventTypes.BookingCancelled) ? "cancelled"
            : last.Is(EventTypes.BookingDeclined) ? "declined" : "confirmed";
    }

    /// <summary>attended | no_show; null while nobody has said.</summary>
    public static string? FactOf(BookingStory.Visit visit) => BookingStory.MarkOf(visit.Events, null)?.Stored.Type["booking.".Length..];

    private static bool IsWord(StoryEvent item) => item.Is(EventTypes.BookingConfirmed) || item.Is(EventTypes.BookingDeclined);

    private static bool IsGuess(StoryEvent item) => item.ConfirmsBookings.Count > 0 || (IsWord(item) && item.Actor == "ai");
}
