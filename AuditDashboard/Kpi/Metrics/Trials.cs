using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K18: trial lessons of a school: booked, reacted to, attended, followed by a purchase within 14 days; each step after the one before.</summary>
internal static class Trials
{
    private static readonly TimeSpan BoughtWithin = TimeSpan.FromDays(14);

    public static IEnumerable<KpiUnit> Units(ClientStory story)
    {
        if (!story.Events.Any(item => item.Is(EventTypes.TrialBooked)))
        {
            yield break;
        }

        foreach (var booked in story.Events.Where(item => item.Is(EventTypes.TrialBooked) && !item.IsOut))
        {
            yield return new KpiUnit(UnitKind.Trial, booked.Stored.Seq, booked.At, booked.Channel, booked.Branch, FlagsOf(booked, story));
        }
    }

    private static UnitFlags FlagsOf(StoryEvent booked, ClientStory story)
    {
        var own = story.Events.SkipWhile(item => item != booked).Where(item => !item.IsOut && (booked.Content.Booking is not { } lesson || item.Content.Booking is not { } named || named.Id == lesson.Id)).ToList();
        var reacted = own.Exists(item => item.Is(EventTypes.BookingConfirmed) || item.IsRefusal || item.Is(EventTypes.BookingRescheduled) || item.AnswersReminder);
        var came = own.Find(item => item.Is(EventTypes.TrialAttended));
        var bought = came is not null && own.Exists(item => item.Is(EventTypes.TrialBought) && item.At >= came.At && item.At - came.At <= BoughtWithin);
        var reminded = own.Exists(item => item.Is(EventTypes.ReminderSent) && !item.IsFailed);
        return (reminded ? UnitFlags.TrialReminded : UnitFlags.None) | (reacted ? UnitFlags.TrialReacted : UnitFlags.None) | (came is not null ? UnitFlags.TrialCame : UnitFlags.None) | (bought ? UnitFlags.TrialBought : UnitFlags.None);
    }
}
