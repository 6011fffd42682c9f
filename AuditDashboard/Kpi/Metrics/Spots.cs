using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>The step a session failed at: the client fell silent, got no answer, needed a person, or was led in circles.</summary>
internal static class Spots
{
    /// <summary>Scenario and step with a point between; null where the session did not fail, or nobody names steps.</summary>
    public static string? LabelOf(Episode episode)
    {
        if (!episode.IsInbound || FailureOf(episode) is not { } failure)
        {
            return null;
        }

        var before = episode.Events.TakeWhile(item => item != failure).Append(failure)
            .LastOrDefault(item => !item.IsImported && item.Content.Scenario is { Id: not null });
        return before is null ? null : before.Content.Scenario is { Step: { } step } scenario ? $"{scenario.Id}.{step}" : before.Content.Scenario!.Id;
    }

    private static StoryEvent? FailureOf(Episode episode) =>
        episode.Escalations.Count > 0 ? episode.Escalations[0].Request
        : Stumbles.FirstIn(episode)
        ?? (episode is { IsClosed: true, Outcome: "abandoned" or "unanswered" } ? episode.Events.LastOrDefault(item => item.IsClientMessage || item.IsSubstantive) : null);
}
