using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>Folds all events of one client (all merged records of the person) into the story.</summary>
internal static class StoryFold
{
    // A deadline itself is still in time: the story changes a millisecond, the log's resolution, after it.
    private static readonly TimeSpan After = TimeSpan.FromMilliseconds(1);

    public static ClientStory Fold(IReadOnlyList<StoredEvent> events, StoryRules rules, DateTimeOffset now, StoryStrays? strays = null)
    {
        var ordered = StoryOrder.Of(events);
        FailedDeliveries.Mark(ordered);
        var episodes = new ConversationCut(rules.IdleFor).Cut(ordered);
        episodes.ForEach(EpisodeFold.ApplyPlace);
        ReminderAnswers.Mark(ordered);
        episodes.ForEach(episode => EpisodeFold.Apply(episode, rules, now));
        var bookings = BookingFold.Of(BookingEvents(ordered, strays ?? StoryStrays.None), rules, now);
        return new ClientStory(ordered, episodes, bookings, NextDue(episodes.SelectMany(Deadlines).Concat(bookings.SelectMany(Deadlines)), now), FrozenUntil(ordered));
    }

    /// <summary>What lies under this client or is of a booking of theirs, without what is of somebody else's.</summary>
    private static IReadOnlyList<StoryEvent> BookingEvents(List<StoryEvent> ordered, StoryStrays strays) =>
        strays.Guests.Count == 0 && strays.Foreign.Count == 0
            ? ordered
            : [.. ordered.Where(item => !strays.Foreign.Contains(item.Stored.Seq)).Concat(strays.Guests.Select(stored => new StoryEvent(stored)))
                .OrderBy(item => item.At).ThenBy(item => item.Stored.Seq)];

    private static DateTimeOffset? NextDue(IEnumerable<DateTimeOffset> deadlines, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var due in deadlines)
        {
            next = due > now && (next is null || due < next) ? due : next;
        }

        return next;
    }

    private static IEnumerable<DateTimeOffset> Deadlines(BookingStory booking) =>
        booking.Visits.SelectMany(visit => new[] { visit.LockAt + After, visit.Start + StoryRules.MarkPatience });

    private static IEnumerable<DateTimeOffset> Deadlines(Episode episode)
    {
        var turns = episode.Turns.Where(turn => turn.IsPending)
            .Select(turn => turn.Opening.At + (turn.IsHuman ? StoryRules.HumanPatience : StoryRules.AssistantPatience) + After);
        var calls = episode.Escalations.Where(call => !call.IsAnswered && !call.IsLost).Select(call => call.Deadline + After);
        return turns.Concat(calls).Concat(episode.IsClosed ? [] : [episode.CloseAt]);
    }

    private static DateTimeOffset? FrozenUntil(List<StoryEvent> ordered) =>
        ordered.FindLast(item => item.Stored.Content is null)?.At;
}
