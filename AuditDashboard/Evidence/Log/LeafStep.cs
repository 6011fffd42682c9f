using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Evidence.Log;

/// <summary>
/// Adds each event's leaf in the transaction that stores the event, so that none is acknowledged without its place in the tree. It runs while all others
/// wait, so it allocates nothing an event: rows and hashes are used again, since binding copies them.
/// </summary>
internal sealed class LeafStep : IAppendStep, IDisposable
{
    private readonly LeafHash _hash = new();
    private readonly TreeEdge[] _edge = [new(), new(), new()];
    private readonly LogEntryRow _entry = new() { LeafHash = new byte[LeafHash.Length] };
    private RowTable<LogEntryRow>? _entries;
    private RowTable<LogSubtreeRow>? _subtrees;
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
            (_entry.Idx, _entry.ReceivedMs, _entry.Commitment) = (_next, appending.RecordedAt.ToUnixTimeMilliseconds(), appending.Commitment);
            _hash.OfEntry(_entry.Idx, _entry.ReceivedMs, _entry.Commitment, _entry.LeafHash);
            _entries!.Insert(_entry);
            appending.LogIndex = _next++;
            Grow(0, _next, _entry.LeafHash);
        }
    }

    public void Forget() => _entries = null;

    public void Dispose() => _hash.Dispose();

    /// <summary>A level's edge holds at most 255 hashes; the 256th closes a subtree and moves up, past the third level to nowhere.</summary>
    private void Grow(int level, long count, byte[] hash)
    {
        if (level == _edge.Length || !_edge[level].Add(hash))
        {
            return;
        }

        var root = _edge[level].Fold(_hash);
        _subtrees!.Insert(new LogSubtreeRow { Level = 8 * (level + 1), N = (count / TreeEdge.Width) - 1, Hash = root });
        Grow(level + 1, count / TreeEdge.Width, root);
    }

    private void Remember(WriteConnection store)
    {
        _entries = store.Table<LogEntryRow>();
        _subtrees = store.Table<LogSubtreeRow>();
        var entry = _entries.Search([nameof(LogEntryRow.Idx)]);
        var subtree = _subtrees.Search([nameof(LogSubtreeRow.Level), nameof(LogSubtreeRow.N)]);
        var largest = _entries.Largest(nameof(LogEntryRow.Idx));
        _next = largest == 0 && entry.First(0L) is null ? 0 : largest + 1;
        for (var (level, count) = (0, _next); level < _edge.Length; level++, count /= TreeEdge.Width)
        {
            _edge[level].Clear();
            for (var n = count / TreeEdge.Width * TreeEdge.Width; n < count; n++)
            {
                _edge[level].Add(level == 0 ? entry.First(n)!.LeafHash : subtree.First(8L * level, n)!.Hash);
            }
        }
    }
}
