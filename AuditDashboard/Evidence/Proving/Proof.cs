using System.Numerics;
using AuditDashboard.Evidence.Log;

namespace AuditDashboard.Evidence.Proving;

/// <summary>The reading side of proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2).</summary>
internal static class Proof
{
    /// <summary>The root that leaf and path lead to; null where the path cannot belong to a tree of that size.</summary>
    public static byte[]? RootOf(long index, long size, byte[] leafHash, IReadOnlyList<byte[]> path)
    {
        var (at, last, root) = (index, size - 1, leafHash);
        foreach (var beside in path)
        {
            if (last == 0)
            {
                return null;
            }

            if ((at & 1) == 1 || at == last)
            {
                root = Leaf.Node(beside, root);
                var up = (at & 1) == 1 ? 0 : BitOperations.TrailingZeroCount(at);
                (at, last) = (at >> up, last >> up);
            }
            else
            {
                root = Leaf.Node(root, beside);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 ? root : null;
    }

    /// <summary>The newer tree begins with the older one.</summary>
    public static bool IsConsistent(long older, byte[] olderRoot, long newer, byte[] newerRoot, IReadOnlyList<byte[]> proof)
    {
        if (older == newer || older == 0)
        {
            return proof.Count == 0 && (older == 0 || olderRoot.AsSpan().SequenceEqual(newerRoot));
        }

        IReadOnlyList<byte[]> steps = BitOperations.IsPow2(older) ? [olderRoot, .. proof] : proof;
        if (steps.Count == 0)
        {
            return false;
        }

        var shift = BitOperations.TrailingZeroCount(older);
        var (at, last) = ((older - 1) >> shift, (newer - 1) >> shift);
        var (from, to) = (steps[0], steps[0]);
        foreach (var step in steps.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((at & 1) == 1 || at == last)
            {
                (from, to) = (Leaf.Node(step, from), Leaf.Node(step, to));
                var up = (at & 1) == 1 ? 0 : BitOperations.TrailingZeroCount(at);
                (at, last) = (at >> up, last >> up);
            }
            else
            {
                to = Leaf.Node(to, step);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && from.AsSpan().SequenceEqual(olderRoot) && to.AsSpan().SequenceEqual(newerRoot);
    }
}
