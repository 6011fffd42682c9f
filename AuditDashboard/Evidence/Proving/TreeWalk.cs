using System.Numerics;
using System.Security.Cryptography;
using AuditDashboard.Evidence.Log;

namespace AuditDashboard.Evidence.Proving;

/// <summary>Roots and proofs of the first <c>size</c> leaves (RFC 6962 section 2.1), from full nodes.</summary>
internal sealed class TreeWalk(NodeAt node)
{
    /// <summary>SHA-256 of nothing for an empty tree.</summary>
    public async ValueTask<byte[]> RootAsync(long size) => size == 0 ? SHA256.HashData([]) : await HashAsync(0, size);

    /// <summary>PATH(m, D[n]) of section 2.1.1: the hashes beside the way up, leaf side first.</summary>
    public async Task<List<byte[]>> InclusionAsync(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        List<byte[]> path = [];
        await WalkAsync(index, 0, size, path);
        return path;
    }

    /// <summary>PROOF(m, D[n]) of section 2.1.2: that the tree of <paramref name="older"/> leaves is the beginning of this one.</summary>
    public async Task<List<byte[]>> ConsistencyAsync(long older, long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(older, size);
        List<byte[]> proof = [];
        if (older > 0 && older < size)
        {
            await SubproofAsync(older, 0, size, isOlderRoot: true, proof);
        }

        return proof;
    }

    private async ValueTask WalkAsync(long index, long first, long count, List<byte[]> path)
    {
        if (count == 1)
        {
            return;
        }

        var left = Split(count);
        if (index < left)
        {
            await WalkAsync(index, first, left, path);
            path.Add(await HashAsync(first + left, count - left));
        }
        else
        {
            await WalkAsync(index - left, first + left, count - left, path);
            path.Add(await HashAsync(first, left));
        }
    }

    private async ValueTask SubproofAsync(long older, long first, long count, bool isOlderRoot, List<byte[]> proof)
    {
        if (older == count)
        {
            if (!isOlderRoot)
            {
                proof.Add(await HashAsync(first, count));
            }

            return;
        }

        var left = Split(count);
        if (older <= left)
        {
            await SubproofAsync(older, first, left, isOlderRoot, proof);
            proof.Add(await HashAsync(first + left, count - left));
        }
        else
        {
            await SubproofAsync(older - left, first + left, count - left, false, proof);
            proof.Add(await HashAsync(first, left));
        }
    }

    /// <summary>A full power of two is one node; anything else is a full left part and the rest.</summary>
    private async ValueTask<byte[]> HashAsync(long first, long count)
    {
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((ulong)count);
            return await node(level, first >> level);
        }

        var split = Split(count);
        var (left, right) = (await HashAsync(first, split), await HashAsync(first + split, count - split));
        return Leaf.Node(left, right);
    }

    /// <summary>The largest power of two below the count.</summary>
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
