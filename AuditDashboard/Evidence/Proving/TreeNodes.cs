using AuditDashboard.Evidence.Log;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Proving;

/// <summary>
/// Full nodes from the tables, a tile (256 hashes of one stored level) at a time: leaves, then the roots of 256, 65 536 and 16 777 216 leaves.
/// For one reading; what it has read it keeps.
/// </summary>
internal sealed class TreeNodes(IDbContextFactory<AuditDbContext> databases, CancellationToken cancel)
{
    private const int Width = 256;
    private const int LevelsInTile = 8;
    private const int TopTile = 3;
    private readonly Dictionary<(int Tile, long N), byte[][]> _tiles = [];

    /// <exception cref="InvalidDataException">A hash that must be there is missing.</exception>
    public async ValueTask<byte[]> AtAsync(int level, long index)
    {
        var tile = Math.Min(level / LevelsInTile, TopTile);
        var height = level - (tile * LevelsInTile);
        var first = index << height;
        if (height > LevelsInTile)
        {
            var (left, right) = (await AtAsync(level - 1, 2 * index), await AtAsync(level - 1, (2 * index) + 1));
            return Leaf.Node(left, right);
        }

        var hashes = await TileAsync(tile, first / Width);
        var offset = (int)(first % Width);
        return offset + (1 << height) <= hashes.Length
            ? Leaf.FullRoot(hashes.AsSpan(offset, 1 << height))
            : throw new InvalidDataException($"The evidence tree lacks hashes at level {tile * LevelsInTile} from {first}.");
    }

    private async ValueTask<byte[][]> TileAsync(int tile, long n)
    {
        if (!_tiles.TryGetValue((tile, n), out var hashes))
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            _tiles[(tile, n)] = hashes = tile == 0 ? await LeavesAsync(db, n * Width) : await SubtreesAsync(db, tile * LevelsInTile, n * Width);
        }

        return hashes;
    }

    private async Task<byte[][]> LeavesAsync(AuditDbContext db, long first)
    {
        var rows = await db.Set<LogEntryRow>().Where(row => row.Idx >= first && row.Idx < first + Width).OrderBy(row => row.Idx)
            .Select(row => new { row.Idx, row.LeafHash }).ToListAsync(cancel);
        return InPlace(rows.ConvertAll(row => (row.Idx, row.LeafHash)), first);
    }

    private async Task<byte[][]> SubtreesAsync(AuditDbContext db, int level, long first)
    {
        var rows = await db.Set<LogSubtreeRow>().Where(row => row.Level == level && row.N >= first && row.N < first + Width).OrderBy(row => row.N)
            .Select(row => new { row.N, row.Hash }).ToListAsync(cancel);
        return InPlace(rows.ConvertAll(row => (row.N, row.Hash)), first);
    }

    /// <summary>Only the hashes before a gap: what stands behind one is not where it should be.</summary>
    private static byte[][] InPlace(List<(long N, byte[] Hash)> rows, long first) =>
        [.. rows.TakeWhile((row, i) => row.N == first + i).Select(row => row.Hash)];
}
