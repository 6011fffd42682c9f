using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>Folds all events of one client (all merged records of the person) into the story.</summary>
internal static class StoryFold
{
    public static ClientStory Fold(IReadOnlyList<StoredEvent> events, StoryRules rules, DateTimeOffset now)
    {
        var ordered = StoryOrder.Of(events);
        FailedDeliveries.Mark(ordered);
        var episodes = new ConversationCut(rules.IdleFor).Cut(ordered);
        episodes.ForEach(EpisodeFold.ApplyPlace);
        ReminderAnswers.Mark(ordered);
        episodes.ForEach(episode => EpisodeFold.Apply(episode, rules, now));
        return new ClientStory(ordered, episodes, NextDue(episodes, now), FrozenUntil(ordered));
    }

    private static DateTimeOffset? NextDue(List<Episode> episodes, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var due in episodes.SelectMany(Deadlines))
        {
            next = due > now && (next is null || due < next) ? due : next;
        }

        return next;
    }

    private static IEnumerable<DateTimeOffset> Deadlines(Episode episode)
    {
        // A deadline itself is still in time: the story changes a millisecond, the log's resolution, after it.
        var after = TimeSpan.FromMilliseconds(1);
        var turns = episode.Turns.Where(turn => turn.IsPending)
            .Select(turn => turn.Opening.At + (turn.IsHuman ? StoryRules.HumanPatience : StoryRules.AssistantPatience) + after);
        var calls = episode.Escalations.Where(call => !call.IsAnswered && !call.IsLost).Select(call => call.Deadline + after);
        return turns.Concat(calls).Concat(episode.IsClosed ? [] : [episode.CloseAt]);
    }

    private static DateTimeOffset? FrozenUntil(List<StoryEvent> ordered) =>
        ordered.FindLast(item => item.Stored.Content is null)?.At;
}
