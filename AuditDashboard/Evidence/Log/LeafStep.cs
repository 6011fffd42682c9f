using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Evidence.Log;

/// <summary>Adds each event's leaf in the transaction that stores the event, so that none is acknowledged without its place in the tree.</summary>
internal sealed class LeafStep : IAppendStep
{
    private const int Width = 256;
    private RowTable<LogEntryRow>? _entries;
    private RowTable<LogSubtreeRow>? _subtrees;
    private List<byte[]>[] _edge = [];
    private long _next;

    public int Order => 100;

    public void Apply(AppendBatch batch)
    {
        if (_entries is null)
        {
            Remember(batch.Store);
        }

        foreach (var appending in batch.Events)
        {
            var received = appending.RecordedAt.ToUnixTimeMilliseconds();
            var hash = Leaf.Hash(_next, received, appending.Commitment);
            _entries!.Insert(new LogEntryRow { Idx = _next, ReceivedMs = received, Commitment = appending.Commitment, LeafHash = hash });
            appending.LogIndex = _next++;
            Grow(0, _next, hash);
        }
    }

    public void Forget() => _entries = null;

    /// <summary>A level's edge holds at most 255 hashes; the 256th closes a subtree and moves up.</summary>
    private void Grow(int level, long count, byte[] hash)
    {
        _edge[level].Add(hash);
        if (_edge[level].Count < Width || level == 3)
        {
            return;
        }

        var root = Leaf.FullRoot(_edge[level].ToArray());
        _edge[level].Clear();
        _subtrees!.Insert(new LogSubtreeRow { Level = 8 * (level + 1), N = (count / Width) - 1, Hash = root });
        Grow(level + 1, count / Width, root);
    }

    private void Remember(WriteConnection store)
    {
        _entries = store.Table<LogEntryRow>();
        _subtrees = store.Table<LogSubtreeRow>();
        var entry = _entries.Search([nameof(LogEntryRow.Idx)]);
        var subtree = _subtrees.Search([nameof(LogSubtreeRow.Level), nameof(LogSubtreeRow.N)]);
        var largest = _entries.Largest(nameof(LogEntryRow.Idx));
        _next = largest == 0 && entry.First(0L) is null ? 0 : largest + 1;
        _edge = [[], [], [], []];
        for (var (level, count) = (0, _next); level < 4; level++, count /= Width)
        {
            for (var n = level == 3 ? 0 : count / Width * Width; n < count; n++)
            {
                _edge[level].Add(level == 0 ? entry.First(n)!.LeafHash : subtree.First(8L * level, n)!.Hash);
            }
        }
    }
}
