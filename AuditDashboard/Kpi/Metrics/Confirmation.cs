using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K3: visits booked a day ahead or more, and how they stood 2 h before the start (kpi-notes.md section 6).</summary>
internal static class Confirmation
{
    private static readonly TimeSpan AskedFrom = TimeSpan.FromHours(24);

    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases) =>
        from booking in story.Bookings
        from visit in booking.Visits
        where visit.IsLocked
        let flags = FlagsOf(visit)
        where flags != UnitFlags.None
        select new KpiUnit(UnitKind.Visit, visit.Origin.Stored.Seq, visit.Start, visit.Place.Channel, visit.Place.Branch, flags)
        {
            Label = booking.Id, Release = releases.Of(visit.Place),
        };

    /// <summary>None where K3 has nothing to do with it.</summary>
    public static UnitFlags FlagsOf(BookingStory.Visit visit)
    {
        if (visit.CreatedAt is not { } created || visit.IsCancelledBySalon)
        {
            return UnitFlags.None;
        }

        if (visit.Start - created < AskedFrom)
        {
            return UnitFlags.ShortAhead;
        }

        var attempts = Attempts(visit).Where(attempt => attempt.At <= visit.LockAt).ToList();
        var signal = VisitSignal.Latest(visit, at => at <= visit.LockAt);
        if (signal is { IsConfirmation: false } refused && !attempts.Exists(attempt => attempt.At <= refused.At))
        {
            return UnitFlags.None;
        }

        return UnitFlags.Asked | StateOf(signal, attempts) | (signal is not { IsConfirmation: true } && IsLate(visit) ? UnitFlags.LateConfirmed : UnitFlags.None);
    }

    private static UnitFlags StateOf(VisitSignal? signal, List<StoryEvent> attempts) => signal switch
    {
        { IsConfirmation: true } => UnitFlags.VisitConfirmed,
        { IsConfirmation: false } => UnitFlags.Declined,
        null when attempts.Count > 0 && attempts.TrueForAll(attempt => attempt.IsFailed || attempt.Is(EventTypes.ReminderFailed)) => UnitFlags.Undelivered,
        null => UnitFlags.Silent,
    };

    private static bool IsLate(BookingStory.Visit visit) => VisitSignal.Latest(visit, at => at < visit.Start) is { IsConfirmation: true };

    /// <summary>Reminders of this very start, sent or failed.</summary>
    private static IEnumerable<StoryEvent> Attempts(BookingStory.Visit visit) => visit.Events.Where(item =>
        (item.Is(EventTypes.ReminderSent) || item.Is(EventTypes.ReminderFailed))
        && (item.Content.Booking?.Start is not { } asked || asked == visit.Start));
}
