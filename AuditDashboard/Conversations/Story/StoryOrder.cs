using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>Puts a client's events in the order they are read in (kpi-notes.md sections 1 and 3).</summary>
internal static class StoryOrder
{
    /// <summary>By moment, then seq; an answer that stands before the message it names is read as standing right after it.</summary>
    public static List<StoryEvent> Of(IEnumerable<StoredEvent> events)
    {
        var items = events.Select(stored => new StoryEvent(stored)).ToList();
        items.Sort((left, right) => Compare(left, right));
        var questions = Answered(items);
        if (questions.Count == 0)
        {
            return items;
        }

        foreach (var (answer, question) in questions)
        {
            // The same millisecond is no lying clock: only the order of the two was lost on the way.
            answer.IsMoved = answer.At < question.At;
            answer.At = question.At;
        }

        return [.. items
            .OrderBy(item => item.At)
            .ThenBy(item => questions.TryGetValue(item, out var question) ? question.Stored.Seq : item.Stored.Seq)
            .ThenBy(questions.ContainsKey)
            .ThenBy(item => item.Stored.EffectiveAt)
            .ThenBy(item => item.Stored.Seq)];
    }

    private static Dictionary<StoryEvent, StoryEvent> Answered(List<StoryEvent> items)
    {
        Dictionary<StoryEvent, StoryEvent> found = [];
        HashSet<string>? seen = null;
        Dictionary<string, List<StoryEvent>> early = [];
        foreach (var item in items)
        {
            if (item.Is(EventTypes.MessageSent) && item.Content.InReplyTo is { } named && seen?.Contains(named) != true)
            {
                early.TryAdd(named, []);
                early[named].Add(item);
            }
            else if (item.Is(EventTypes.MessageReceived))
            {
                (seen ??= []).Add(item.Content.Id);
                foreach (var answer in Waiting(early, item))
                {
                    found.TryAdd(answer, item);
                }
            }
        }

        return found;
    }

    private static IEnumerable<StoryEvent> Waiting(Dictionary<string, List<StoryEvent>> early, StoryEvent question)
    {
        var byId = early.GetValueOrDefault(question.Content.Id) ?? [];
        var byExternalId = question.Content.ExternalId is { } external && external != question.Content.Id
            ? early.GetValueOrDefault(external) ?? [] : [];
        return byId.Concat(byExternalId).Where(answer => SameConversation(answer, question));
    }

    private static bool SameConversation(StoryEvent answer, StoryEvent question)
    {
        if (answer.Stored.Bot != question.Stored.Bot)
        {
            return false;
        }

        return answer.Content.Session is { } left && question.Content.Session is { } right
            ? left == right
            : answer.Address == question.Address || answer.Content.Client is null || question.Content.Client is null;
    }

    private static int Compare(StoryEvent left, StoryEvent right)
    {
        var byMoment = left.At.CompareTo(right.At);
        return byMoment != 0 ? byMoment : left.Stored.Seq.CompareTo(right.Stored.Seq);
    }
}
