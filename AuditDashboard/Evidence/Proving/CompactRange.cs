using System.Security.Cryptography;
using AuditDashboard.Evidence.Log;

namespace AuditDashboard.Evidence.Proving;

/// <summary>A tree that is read leaf by leaf from the left: keeps one hash for each full subtree, and knows the root at any size on the way.</summary>
internal sealed class CompactRange
{
    private readonly List<(int Level, byte[] Hash)> _full = [];

    public long Size { get; private set; }

    /// <param name="closed">Told every full subtree this leaf completes: level, number among its level, hash.</param>
    public void Add(byte[] leafHash, Action<int, long, byte[]>? closed = null)
    {
        Size++;
        var (level, hash) = (0, leafHash);
        while (_full.Count > 0 && _full[^1].Level == level)
        {
            hash = Leaf.Node(_full[^1].Hash, hash);
            _full.RemoveAt(_full.Count - 1);
            level++;
            closed?.Invoke(level, (Size >> level) - 1, hash);
        }

        _full.Add((level, hash));
    }

    /// <summary>Takes over a beginning whose nodes are known: its size is what they cover, the largest first.</summary>
    public void Begin(IEnumerable<(int Level, byte[] Hash)> nodes)
    {
        foreach (var node in nodes)
        {
            _full.Add(node);
            Size += 1L << node.Level;
        }
    }

    public byte[] Root()
    {
        if (_full.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var root = _full[^1].Hash;
        for (var i = _full.Count - 2; i >= 0; i--)
        {
            root = Leaf.Node(_full[i].Hash, root);
        }

        return root;
    }
}
