namespace AuditDashboard.Evidence.Log;

/// <summary>The hashes of one level that belong to no full subtree of 256 yet, side by side.</summary>
internal sealed class TreeEdge
{
    public const int Width = 256;

    private readonly byte[] _hashes = new byte[Width * LeafHash.Length];
    private int _count;

    /// <returns>True when the subtree is full with it: then it is to be folded.</returns>
    public bool Add(ReadOnlySpan<byte> hash)
    {
        hash.CopyTo(_hashes.AsSpan(_count * LeafHash.Length));
        return ++_count == Width;
    }

    /// <summary>The root of the full subtree; the next one begins empty.</summary>
    public byte[] Fold(LeafHash hash)
    {
        hash.FoldToRoot(_hashes);
        _count = 0;
        return _hashes[..LeafHash.Length];
    }

    public void Clear() => _count = 0;
}
