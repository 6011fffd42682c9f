using System.Security.Cryptography;

namespace AuditDashboard.Evidence.Log;

/// <summary>
/// The hashes of <see cref="Leaf"/> for whoever makes very many of them on one thread: one digest made ready again and again, half the cost of a new one
/// each time.
/// </summary>
internal sealed class LeafHash : IDisposable
{
    public const int Length = 32;

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>SHA-256(0x00 || entry), into <paramref name="hash"/>.</summary>
    public void OfEntry(long index, long receivedMs, ReadOnlySpan<byte> commitment, Span<byte> hash)
    {
        Span<byte> leaf = stackalloc byte[Leaf.LongestEntry + 1];
        leaf[0] = 0;
        _digest.AppendData(leaf[..(1 + Leaf.WriteEntry(index, receivedMs, commitment, leaf[1..]))]);
        _digest.GetHashAndReset(hash);
    }

    /// <summary>The root over whole hashes, as many as a power of two; it is left in the first of them, what was in the others is lost.</summary>
    public void FoldToRoot(Span<byte> hashes)
    {
        Span<byte> node = stackalloc byte[1 + (2 * Length)];
        node[0] = 1;
        for (var width = hashes.Length / Length; width > 1; width /= 2)
        {
            for (var i = 0; i < width / 2; i++)
            {
                hashes.Slice(2 * i * Length, 2 * Length).CopyTo(node[1..]);
                _digest.AppendData(node);
                _digest.GetHashAndReset(hashes[(i * Length)..]);
            }
        }
    }

    public void Dispose() => _digest.Dispose();
}
