using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>Which release each session, and so each event in it, belongs to: that of its first answer by the assistant (product.md section 3.9).</summary>
internal sealed class StoryReleases
{
    private readonly Dictionary<Episode, string?> _first = [];
    private readonly HashSet<Episode> _mixed = [];

    public StoryReleases(ClientStory story)
    {
        foreach (var episode in story.Episodes)
        {
            var answers = episode.Events.Where(item => item.IsSubstantive && item.Actor == "ai" && item.Content.Release is not null)
                .Select(item => item.Content.Release).Distinct().Take(2).ToList();
            _first[episode] = answers.FirstOrDefault() ?? episode.Events.Select(item => item.Content.Release).FirstOrDefault(release => release is not null);
            if (answers.Count > 1)
            {
                _mixed.Add(episode);
            }
        }
    }

    public string? Of(Episode episode) => _first.GetValueOrDefault(episode);

    /// <summary>The event's own, else its session's.</summary>
    public string? Of(StoryEvent item) => item.Content.Release ?? (item.Episode is { } episode ? Of(episode) : null);

    /// <summary>The session had answers of two releases.</summary>
    public bool IsMixed(Episode episode) => _mixed.Contains(episode);
}
