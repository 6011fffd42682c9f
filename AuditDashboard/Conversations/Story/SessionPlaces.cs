using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

/// <summary>Which session row stands for which episode, and what the append step must have put elsewhere.</summary>
/// <param name="Moves">Events that lie in another session than their episode's.</param>
/// <param name="Changed">Episodes that gain or lose events by the moves.</param>
/// <param name="Gone">Sessions nothing is left of.</param>
internal sealed record SessionPlaces(
    IReadOnlyDictionary<Episode, SessionId> Ids, IReadOnlyList<(long Seq, SessionId? To)> Moves,
    IReadOnlyCollection<Episode> Changed, IReadOnlyCollection<SessionId> Gone)
{
    /// <summary>An episode keeps the session of its earliest event whose session no earlier episode has; else it gets a new one.</summary>
    public static SessionPlaces Of(ClientStory story, TimeProvider time)
    {
        Dictionary<Episode, SessionId> ids = new(story.Episodes.Count);
        HashSet<SessionId> taken = [];
        foreach (var episode in story.Episodes)
        {
            var known = episode.Events.Where(item => item.IsActivity && item.Stored.SessionId is not null)
                .Select(item => item.Stored.SessionId!.Value).Where(id => !taken.Contains(id)).Take(1).ToList();
            var id = known is [var first] ? first : SessionId.New(time);
            taken.Add(id);
            ids[episode] = id;
        }

        var moved = story.Events.Where(item => item.Stored.Content is not null && item.Stored.SessionId != IdOf(item, ids)).ToList();
        return moved.Count == 0 ? new SessionPlaces(ids, [], [], []) : Moved(story, ids, moved);
    }

    private static SessionPlaces Moved(ClientStory story, Dictionary<Episode, SessionId> ids, List<StoryEvent> moved)
    {
        var left = moved.Select(item => item.Stored.SessionId).OfType<SessionId>().ToHashSet();
        var entered = moved.Select(item => item.Episode).OfType<Episode>().ToHashSet();
        var kept = ids.Values.Concat(story.Events.Where(item => item.Stored.Content is null).Select(item => item.Stored.SessionId).OfType<SessionId>());
        return new SessionPlaces(
            ids,
            moved.ConvertAll(item => (item.Stored.Seq, IdOf(item, ids))),
            [.. ids.Where(pair => entered.Contains(pair.Key) || left.Contains(pair.Value)).Select(pair => pair.Key)],
            [.. left.Except(kept)]);
    }

    private static SessionId? IdOf(StoryEvent item, Dictionary<Episode, SessionId> ids) => item.Episode is { } episode ? ids[episode] : null;
}
