using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

/// <summary>Whose stories are to be told: what just happened first, what is merely to be caught up with after it. Each person once.</summary>
internal sealed class StoryQueue
{
    /// <summary>More people than this at once are a load to catch up with, not news.</summary>
    private const int News = 256;

    private readonly Queue<ClientId> _fresh = new();
    private readonly Queue<ClientId> _backlog = new();
    private readonly HashSet<ClientId> _waiting = [];

    public int Count => _waiting.Count;

    public bool IsEmpty => _waiting.Count == 0;

    public void Add(IReadOnlyCollection<ClientId> roots)
    {
        var queue = roots.Count > News ? _backlog : _fresh;
        foreach (var root in roots)
        {
            if (_waiting.Add(root))
            {
                queue.Enqueue(root);
            }
        }
    }

    public List<ClientId> Take(int count)
    {
        List<ClientId> taken = [];
        while (taken.Count < count && (_fresh.TryDequeue(out var root) || _backlog.TryDequeue(out root)))
        {
            _waiting.Remove(root);
            taken.Add(root);
        }

        return taken;
    }
}
