using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>Reads one cut episode: what it was about, who took part, how it ended.</summary>
internal static class EpisodeFold
{
    public static void Apply(Episode episode, StoryRules rules, DateTimeOffset now)
    {
        episode.IsClosed = episode.ClosedBy is not null || now >= episode.CloseAt;
        episode.IsInbound = IsInbound(episode);
        episode.Need = NeedOf(episode);
        episode.Turns = episode.IsExcluded ? [] : TurnFold.Of(episode, now);
        episode.Escalations = EscalationFold.Of(episode, rules, now);
        ApplyVoices(episode);
        OutcomeFold.Apply(episode);
    }

    /// <summary>Before anything looks at channels: events without one take the session's.</summary>
    public static void ApplyPlace(Episode episode)
    {
        episode.IsExcluded = episode.Events.Any(item => item.IsMarked);
        episode.Channel = episode.Events.Select(item => item.Content.Channel).FirstOrDefault(channel => channel is not null);
        episode.Branch = episode.Events.Select(item => item.Content.Branch).FirstOrDefault(branch => branch is not null)
            ?? episode.Events.Select(item => item.Stored.Branch).FirstOrDefault(branch => branch is not null);
    }

    private static bool IsInbound(Episode episode)
    {
        var first = episode.Events.FirstOrDefault(item => item.IsActivity && !item.IsImported && !IsGreeting(item));
        return first is null || !(first.Is(EventTypes.MessageSent) || first.Is(EventTypes.ReminderSent) || first.Is(EventTypes.FollowUpSent));
    }

    private static bool IsGreeting(StoryEvent item) => item.Is(EventTypes.MessageSent) && item.Content.Flag("greeting");

    private static void ApplyVoices(Episode episode)
    {
        var clientSpoke = false;
        foreach (var item in episode.Events)
        {
            clientSpoke |= item.IsClientMessage;
            if (item.IsSubstantive)
            {
                episode.IsAiInvolved |= clientSpoke && item.Actor == "ai";
                episode.HasHuman |= item.Actor == "human";
            }
        }
    }

    private static string? NeedOf(Episode episode)
    {
        var named = episode.Events.Where(item => !item.IsImported).ToList();
        return named.Select(item => item.Content.Scenario?.Id).FirstOrDefault(id => id is not null)
            ?? named.Select(item => item.Content.Intent?.Name.Split('.')[0]).FirstOrDefault(intent => intent is not null);
    }
}
