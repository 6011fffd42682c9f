using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>How a session ended (kpi-notes.md section 8), from its events up to its close.</summary>
internal static class OutcomeFold
{
    private static readonly HashSet<string> Words = ["booked", "confirmed", "rescheduled", "cancelled_by_client", "answered", "abandoned"];

    public static void Apply(Episode episode)
    {
        var events = episode.Events.Where(item => !item.IsImported && item.At <= episode.CloseAt).ToList();
        var lastClient = events.FindLast(item => item.IsClientMessage);
        var ofBooking = OfBookings(events);
        episode.Outcome = ofBooking ?? (episode.IsClosed ? Declared(episode) ?? OfTalk(events, lastClient) : null);
        episode.IsConfirmed = ofBooking is not null
            || (lastClient is not null && (Phrases.IsCloser(lastClient.Content) || Phrases.IsOk(lastClient.Content)));
    }

    private static string? OfBookings(List<StoryEvent> events)
    {
        string? last = null;
        foreach (var item in events)
        {
            if (item.Is(EventTypes.BookingCreated))
            {
                return "booked";
            }

            last = item.Is(EventTypes.BookingConfirmed) || item.ConfirmsBookings.Count > 0 ? "confirmed"
                : item.Is(EventTypes.BookingRescheduled) ? "rescheduled"
                : item.IsRefusal ? "cancelled_by_client"
                : last;
        }

        return last;
    }

    private static string? Declared(Episode episode) =>
        episode.ClosedBy is { IsImported: false } closing && closing.Content.DataText("outcome") is { } word && Words.Contains(word) ? word : null;

    private static string? OfTalk(List<StoryEvent> events, StoryEvent? lastClient)
    {
        if (lastClient is not null && Phrases.IsCloser(lastClient.Content))
        {
            return "answered";
        }

        return events.FindLast(item => item.IsClientMessage || item.IsSubstantive) switch
        {
            null => null,
            { IsClientMessage: true } => "unanswered",
            var answer => Questions.IsQuestion(answer.Content) ? "abandoned" : "answered",
        };
    }
}
