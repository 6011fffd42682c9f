using AuditDashboard.Evidence.Log;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Signing;

/// <summary>The signed checkpoints.</summary>
internal sealed class CheckpointShelf(IDbContextFactory<AuditDbContext> databases, SignedLast last)
{
    /// <summary>Leaves there are.</summary>
    public async Task<long> SizeAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.Set<LogEntryRow>().MaxAsync(row => (long?)row.Idx, cancel) ?? -1) + 1;
    }

    /// <summary>All, the smallest tree first.</summary>
    public async Task<IReadOnlyList<LogCheckpointRow>> AllAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogCheckpointRow>().AsNoTracking().OrderBy(row => row.Size).ThenBy(row => row.Origin).ToListAsync(cancel);
    }

    /// <summary>That of the largest tree, whatever its origin.</summary>
    public async Task<LogCheckpointRow?> NewestAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogCheckpointRow>().AsNoTracking().OrderByDescending(row => row.Size).ThenByDescending(row => row.Origin).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Those that are kept for ever, the newest first.</summary>
    public async Task<IReadOnlyList<LogCheckpointRow>> KeptAsync(int most, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogCheckpointRow>().AsNoTracking().Where(row => CheckpointKind.Kept.Contains(row.Kind))
            .OrderByDescending(row => row.Origin).ThenByDescending(row => row.Size).Take(most).ToListAsync(cancel);
    }

    /// <summary>When a day was closed last; before the first time, when anything was signed first. Null in a log without checkpoints.</summary>
    public async Task<DateTimeOffset?> LastDailyOrFirstAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LogCheckpointRow>().Where(row => row.Kind == CheckpointKind.Daily).MaxAsync(row => (DateTimeOffset?)row.CreatedAt, cancel)
            ?? await db.Set<LogCheckpointRow>().MinAsync(row => (DateTimeOffset?)row.CreatedAt, cancel);
    }

    /// <summary>What was signed under this name by the file beside the database, when that is of this origin.</summary>
    public SignedNote? Beside(LogOriginRow origin) => last.Read() is { } note && note.Origin == origin.Name ? note : null;

    public async Task AddAsync(LogCheckpointRow row, SignedNote note, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        last.Write(note);
    }

    /// <summary>The same tree is asked for again, for a reason that keeps its checkpoint for ever.</summary>
    public async Task KeepAsync(LogCheckpointRow known, string kind, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        (await db.Set<LogCheckpointRow>().SingleAsync(row => row.Origin == known.Origin && row.Size == known.Size, cancel)).Kind = kind;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Drops what need not be kept, but never the newest of an origin.</summary>
    public async Task TrimAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var set = db.Set<LogCheckpointRow>();
        set.RemoveRange(await set.Where(row => row.CreatedAt < before && !CheckpointKind.Kept.Contains(row.Kind)
            && set.Any(later => later.Origin == row.Origin && later.Size > row.Size)).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }
}
