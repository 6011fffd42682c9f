using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>What the client last said about a visit: it comes, or not (kpi-notes.md section 5, "Signals").</summary>
/// <param name="At">UTC.</param>
internal readonly record struct VisitSignal(bool IsConfirmation, DateTimeOffset At)
{
    /// <summary>The latest signal among those the moment asked for has seen; null = none.</summary>
    public static VisitSignal? Latest(BookingStory.Visit visit, Func<DateTimeOffset, bool> seen)
    {
        var known = visit.Events.Where(item => seen(item.At)).ToList();
        var staffSpoke = known.Exists(item => item.Actor == "human" && (item.Is(EventTypes.BookingConfirmed) || item.Is(EventTypes.BookingDeclined)));
        VisitSignal? last = visit.MovedByClientAt is { } moved && seen(moved) ? new VisitSignal(true, moved) : null;
        foreach (var item in known.Where(item => !(staffSpoke && IsGuess(item))))
        {
            last = item.IsRefusal ? new VisitSignal(false, item.At)
                : item.Is(EventTypes.BookingConfirmed) || item.ConfirmsBookings.Count > 0 ? new VisitSignal(true, item.At)
                : last;
        }

        return last;
    }

    /// <summary>The assistant's understanding of what the client said, which a mark by staff overrules.</summary>
    private static bool IsGuess(StoryEvent item) => item.ConfirmsBookings.Count > 0
        || (item.Actor == "ai" && (item.Is(EventTypes.BookingConfirmed) || item.Is(EventTypes.BookingDeclined)));
}
