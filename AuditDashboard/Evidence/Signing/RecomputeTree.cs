using System.Numerics;
using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Proving;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Signing;

/// <summary>Works out roots anew from the stored leaves before anything is signed.</summary>
internal sealed class RecomputeTree(IDbContextFactory<AuditDbContext> databases)
{
    private const int Portion = 4096;
    private const int Block = 256;

    /// <param name="OlderRoot">Of the first <c>older</c> leaves.</param>
    internal sealed record Roots(byte[] Root, byte[] OlderRoot, Fault? Fault);

    /// <param name="whole">From the first leaf on; else from the block the older tree ends in, trusting the stored hashes of the full blocks before it.</param>
    public async Task<Roots> RunAsync(long older, long size, bool whole, CancellationToken cancel)
    {
        var range = new CompactRange();
        var closed = new List<(int Level, long N, byte[] Hash)>();
        await BeginAsync(range, whole ? 0 : older / Block * Block, cancel);
        var olderRoot = range.Size == older ? range.Root() : [];
        while (range.Size < size)
        {
            var rows = await PortionAsync(range.Size, size, cancel);
            foreach (var row in rows)
            {
                if (row.Idx != range.Size || !row.LeafHash.AsSpan().SequenceEqual(Leaf.Hash(row.Idx, row.ReceivedMs, row.Commitment)))
                {
                    return Broken(row.Idx == range.Size ? FaultKind.Leaf : FaultKind.LeafMissing, range.Size);
                }

                range.Add(row.LeafHash, (level, n, hash) => Remember(closed, level, n, hash));
                olderRoot = range.Size == older ? range.Root() : olderRoot;
            }

            if (rows.Count == 0)
            {
                return Broken(FaultKind.LeafMissing, range.Size);
            }
        }

        return await UnlikeAsync(closed, cancel) is { } unlike ? new Roots([], [], unlike) : new Roots(range.Root(), olderRoot, null);
    }

    private static Roots Broken(FaultKind kind, long index) => new([], [], new Fault(kind, index));

    private static void Remember(List<(int Level, long N, byte[] Hash)> closed, int level, long n, byte[] hash)
    {
        if (level is 8 or 16 or 24)
        {
            closed.Add((level, n, hash));
        }
    }

    /// <summary>The nodes of a beginning of whole blocks, the largest first.</summary>
    private async Task BeginAsync(CompactRange range, long size, CancellationToken cancel)
    {
        var nodes = new TreeNodes(databases, cancel);
        var begun = new List<(int Level, byte[] Hash)>();
        for (long from = 0; from < size;)
        {
            var level = BitOperations.Log2((ulong)(size - from));
            begun.Add((level, await nodes.AtAsync(level, from >> level)));
            from += 1L << level;
        }

        range.Begin(begun);
    }

    private async Task<List<LogEntryRow>> PortionAsync(long first, long size, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogEntryRow>().AsNoTracking().Where(row => row.Idx >= first && row.Idx < size).OrderBy(row => row.Idx).Take(Portion).ToListAsync(cancel);
    }

    /// <summary>The first full block whose stored hash is not the one just worked out.</summary>
    private async Task<Fault?> UnlikeAsync(List<(int Level, long N, byte[] Hash)> closed, CancellationToken cancel)
    {
        if (closed.Count == 0)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var stored = await db.Set<LogSubtreeRow>().AsNoTracking().ToDictionaryAsync(row => (row.Level, row.N), row => row.Hash, cancel);
        foreach (var (level, n, hash) in closed)
        {
            if (!stored.TryGetValue((level, n), out var known) || !known.AsSpan().SequenceEqual(hash))
            {
                return new Fault(FaultKind.Subtree, n << level, Count: 1L << level);
            }
        }

        return null;
    }
}
