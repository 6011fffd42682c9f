using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

/// <summary>Keeps the telling of stories from taking the machine away from the log: one core's fifth while events pour in.</summary>
internal sealed class StoryPace(TimeProvider time)
{
    /// <summary>A client with more events than this is told again less often: each telling reads them all.</summary>
    private const int HugeStory = 5_000;

    private const int Rest = 4;
    private const int HugeRest = 49;

    /// <summary>No client of a salon talks as much as this: it is a test or a runaway bot, and waits until others were served.</summary>
    private const int MonstrousStory = 20_000;

    private static readonly TimeSpan ShortestHugeRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestMonstrousRest = TimeSpan.FromMinutes(1);
    private readonly Dictionary<ClientId, DateTimeOffset> _notBefore = [];

    /// <summary>How often the mark on disk moves while events pour in: each move is a commit the log would have to wait for.</summary>
    public static readonly TimeSpan MarkApart = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to rest after a stretch of work; nothing while no events come.</summary>
    public static TimeSpan RestAfter(TimeSpan worked, bool busy) =>
        !busy || worked == TimeSpan.Zero ? TimeSpan.Zero : worked * Rest > ShortestRest ? worked * Rest : ShortestRest;

    /// <summary>When a huge story that was told just now may be told again; null = at once.</summary>
    public DateTimeOffset? NotBefore(ClientId root)
    {
        if (!_notBefore.TryGetValue(root, out var moment))
        {
            return null;
        }

        if (moment > time.GetUtcNow())
        {
            return moment;
        }

        _notBefore.Remove(root);
        return null;
    }

    public void Note(IReadOnlyList<ToldStory> told, TimeSpan worked)
    {
        var events = Math.Max(1, told.Sum(story => story.Story.Events.Count));
        foreach (var huge in told.Where(story => story.Story.Events.Count > HugeStory))
        {
            var rest = worked * huge.Story.Events.Count / events * HugeRest;
            var least = worked == TimeSpan.Zero ? worked : huge.Story.Events.Count > MonstrousStory ? ShortestMonstrousRest : ShortestHugeRest;
            _notBefore[huge.Root] = time.GetUtcNow() + (rest > least ? rest : least);
        }
    }
}
