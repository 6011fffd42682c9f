using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>The calls for a person in one episode, and whether one came in time (kpi-notes.md section 9).</summary>
internal static class EscalationFold
{
    public static IReadOnlyList<Episode.Escalation> Of(Episode episode, StoryRules rules, DateTimeOffset now)
    {
        List<Episode.Escalation>? found = null;
        for (var index = 0; index < episode.Events.Count; index++)
        {
            var request = episode.Events[index];
            if (request.Is(EventTypes.EscalationRequested) && !request.IsImported)
            {
                (found ??= []).Add(Judge(episode, index, rules, now));
            }
        }

        return found ?? [];
    }

    private static Episode.Escalation Judge(Episode episode, int index, StoryRules rules, DateTimeOffset now)
    {
        var request = episode.Events[index];
        var deadline = rules.HoursOf(request.Branch).Deadline(request.At, StoryRules.EscalationPatience, rules.ZoneOf(request.Branch));
        var answer = episode.Events.Skip(index + 1).FirstOrDefault(item => item.IsSubstantive && item.Actor == "human");
        var answered = answer is not null && answer.At <= deadline;
        return new Episode.Escalation(request, deadline, answered, !answered && now > deadline)
        {
            Answer = answer,
            WorkMs = answer is null ? null
                : (long)Math.Ceiling(rules.HoursOf(request.Branch).Between(request.At, answer.At, rules.ZoneOf(request.Branch)).TotalMilliseconds),
        };
    }
}
