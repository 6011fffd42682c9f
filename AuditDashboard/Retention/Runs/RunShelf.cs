using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Retention.Runs;

/// <summary>The table of runs.</summary>
internal sealed class RunShelf(IDbContextFactory<AuditDbContext> databases, ITransactions transactions)
{
    public async Task<IReadOnlyList<RunRow>> ListAsync(int most, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<RunRow>().AsNoTracking().OrderByDescending(row => row.StartedAt).Take(most).ToListAsync(cancel);
    }

    /// <summary>What a crash or stop cut short, the oldest first.</summary>
    public async Task<IReadOnlyList<RunRow>> UnfinishedAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<RunRow>().AsNoTracking().Where(row => row.EndedAt == null).OrderBy(row => row.StartedAt).ToListAsync(cancel);
    }

    public Task WriteAsync(RunRow row, CancellationToken cancel) => transactions.RunAsync(store => store.Table<RunRow>().Upsert(row), cancel);
}
