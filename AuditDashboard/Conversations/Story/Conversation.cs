namespace AuditDashboard.Conversations.Story;

/// <summary>One thread of talk while it is cut into episodes: events must come in story order (kpi-notes.md section 2).</summary>
/// <param name="key">The sender's name of it; null for what came without one.</param>
internal sealed class Conversation(string bot, string? key, TimeSpan idleFor)
{
    private readonly HashSet<(string? Channel, string? Address)> _addresses = [];

    /// <summary>What came before there was any episode.</summary>
    public List<StoryEvent> Waiting { get; } = [];

    public List<Episode> Episodes { get; } = [];

    public void Know(StoryEvent item) => _addresses.Add((item.Content.Channel, item.Address));

    /// <summary>Whether an event without a session may belong here: same client address, and same channel where both name one.</summary>
    public bool Knows(StoryEvent item) => _addresses.Any(known =>
        known.Address == item.Address && (known.Channel is null || item.Content.Channel is null || known.Channel == item.Content.Channel));

    public Episode? OpenAt(DateTimeOffset moment) =>
        Episodes is [.., var last] && last.ClosedBy is null && moment < last.CloseAt ? last : null;

    public void AddActivity(StoryEvent item)
    {
        if (OpenAt(item.At) is not { } episode)
        {
            episode = new Episode(bot, key, item);
            Episodes.Add(episode);
        }

        episode.Add(item);
        episode.LastActivityAt = item.At;
        episode.CloseAt = item.At + idleFor;
    }

    public void AddClosing(StoryEvent item)
    {
        if (OpenAt(item.At) is { } episode)
        {
            episode.ClosedBy = item;
            episode.CloseAt = item.At;
        }

        AddOther(item);
    }

    /// <summary>Joins the episode open at its time, else the latest before, else the first.</summary>
    public void AddOther(StoryEvent item)
    {
        if (Episodes is [.., var last])
        {
            last.Add(item);
        }
        else
        {
            Waiting.Add(item);
        }
    }

    public bool HasKey => key is not null;
}
