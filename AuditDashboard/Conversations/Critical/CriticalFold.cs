using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Critical;

/// <summary>What in a client's story a person must react to, until when, and when somebody did (product.md sections 3.6 and 3.12).</summary>
internal static class CriticalFold
{
    public const string Complaint = "complaint";
    public const string Escalation = "escalation";
    public const string Call = "call";

    private static readonly TimeSpan ComplaintWaits = TimeSpan.FromHours(1);
    private static readonly TimeSpan CallBack = TimeSpan.FromMinutes(30);

    public static IEnumerable<CriticalRow> Of(ClientStory story, ClientId root)
    {
        foreach (var item in story.Events.Where(item => !item.IsOut))
        {
            if (item.Is(EventTypes.ComplaintOpened))
            {
                yield return Row(root, item, Complaint, item.At + ComplaintWaits, First(item.Episode?.Events ?? story.Events, item, later => later.Is(EventTypes.ComplaintAcknowledged) || IsPersons(later)));
            }
            else if (item.Is(EventTypes.CallMissed))
            {
                yield return Row(root, item, Call, item.At + CallBack, First(story.Events, item, later => later.IsSubstantive || later.Is(EventTypes.CallAnswered) || IsCallOut(later)));
            }
        }

        foreach (var episode in story.Episodes.Where(episode => !episode.IsExcluded))
        {
            foreach (var call in episode.Escalations)
            {
                yield return Row(root, call.Request, Escalation, call.Deadline, First(episode.Events, call.Request, later => later.Is(EventTypes.EscalationAccepted) || IsPersons(later)));
            }
        }
    }

    private static CriticalRow Row(ClientId root, StoryEvent item, string kind, DateTimeOffset due, StoryEvent? handled) => new()
    {
        Seq = item.Stored.Seq, Kind = kind, ClientId = root, SessionId = item.Stored.SessionId, Channel = item.Channel, Branch = item.Branch, At = item.At, DueAt = due,
        HandledAt = handled?.At,
    };

    private static StoryEvent? First(IReadOnlyList<StoryEvent> events, StoryEvent item, Func<StoryEvent, bool> reacts) =>
        events.SkipWhile(other => other != item).Skip(1).FirstOrDefault(reacts);

    private static bool IsPersons(StoryEvent item) => item.IsSubstantive && item.Actor == "human";

    private static bool IsCallOut(StoryEvent item) => item.Is(EventTypes.CallStarted) && item.Content.Call?.Direction is "out" or "outbound" or "outgoing";
}
