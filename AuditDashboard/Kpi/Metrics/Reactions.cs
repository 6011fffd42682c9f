using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K18: what a client did after a reminder, one class each (product.md section 3.13).</summary>
internal static class Reactions
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Labels: yes | move | no | question | silent | undelivered.</summary>
    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases)
    {
        var words = new Timeline(story.Events.Where(item => item.IsClientMessage));
        foreach (var booking in story.Bookings)
        {
            var reminders = booking.Events.Where(item => item.Is(EventTypes.ReminderSent)).ToList();
            foreach (var (index, reminder) in reminders.Index())
            {
                var until = index + 1 < reminders.Count ? reminders[index + 1].At : DateTimeOffset.MaxValue;
                var (label, reaction) = Of(reminder, until, booking, words);
                yield return new KpiUnit(
                    UnitKind.Reaction, reminder.Stored.Seq, reminder.At, reminder.Channel, reminder.Branch, reaction is null ? UnitFlags.None : UnitFlags.Reacted,
                    reaction is null ? null : (long)(reaction.At - reminder.At).TotalMilliseconds)
                {
                    Label = label, Release = releases.Of(reminder),
                };
            }
        }
    }

    private static (string Label, StoryEvent? Reaction) Of(StoryEvent reminder, DateTimeOffset until, BookingStory booking, Timeline words)
    {
        var answer = booking.Events.FirstOrDefault(item => item.At >= reminder.At && item.At < until && item != reminder && LabelOf(item) is not null);
        if (answer is not null)
        {
            return (LabelOf(answer)!, answer);
        }

        return reminder.IsFailed ? ("undelivered", null)
            : words.FirstAfter(reminder) is { } word && word.At < until && word.At - reminder.At <= Patience ? ("question", word)
            : ("silent", null);
    }

    private static string? LabelOf(StoryEvent item) =>
        item.IsRefusal ? "no"
        : item.Is(EventTypes.BookingConfirmed) || item.ConfirmsBookings.Count > 0 ? "yes"
        : item.Is(EventTypes.BookingRescheduled) || (item.Is(EventTypes.BookingChanged) && item.Content.DataText("wish") == "reschedule") ? "move"
        : null;
}
