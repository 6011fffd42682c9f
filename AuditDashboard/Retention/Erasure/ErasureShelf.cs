using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Retention.Erasure;

/// <summary>The table of erasures. Every change is news.</summary>
internal sealed class ErasureShelf(IDbContextFactory<AuditDbContext> databases, ITransactions transactions, Pulse<RetentionChanged> changed)
{
    public async Task<ErasureRow?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ErasureRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
    }

    public async Task<IReadOnlyList<ErasureRow>> ListAsync(int most, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ErasureRow>().AsNoTracking().OrderByDescending(row => row.AskedAt).Take(most).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<ErasureRow>> OfClientAsync(Guid clientId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ErasureRow>().AsNoTracking().Where(row => row.ClientId == clientId).OrderByDescending(row => row.AskedAt).ToListAsync(cancel);
    }

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<ErasureRow>> UnfinishedAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ErasureRow>().AsNoTracking().Where(row => row.State != ErasureRow.Done).OrderBy(row => row.AskedAt).ToListAsync(cancel);
    }

    public async Task WriteAsync(ErasureRow row, CancellationToken cancel)
    {
        await transactions.RunAsync(store => store.Table<ErasureRow>().Upsert(row), cancel);
        changed.Send(new RetentionChanged());
    }
}
