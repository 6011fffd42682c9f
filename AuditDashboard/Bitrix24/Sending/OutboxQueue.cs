using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>The outbox as the sender sees it: what is next of each lead, and what became of it.</summary>
internal sealed class OutboxQueue(IDbContextFactory<AuditDbContext> databases, WriteGate gate, TimeProvider time)
{
    private static readonly string[] Pending = [OutboxRow.Ready, OutboxRow.Sending, OutboxRow.Unknown];

    // Not before the portal has had time to show what it was given (http-api.md section 10).
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(5);

    /// <summary>The first thing of every lead that may go now; a lead that was refused holds back what follows it.</summary>
    /// <param name="parked">Kinds whose method rests.</param>
    public async Task<IReadOnlyList<OutboxRow>> NextAsync(IReadOnlyCollection<string> parked, int most, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Heads(db).Where(row => row.DueAt <= now && !parked.Contains(row.Kind) && row.State != OutboxRow.Sending)
            .OrderBy(row => row.DueAt).ThenBy(row => row.Position).Take(most).ToListAsync(cancel);
    }

    /// <summary>When the next thing is due; null when nothing waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(IReadOnlyCollection<string> parked, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Heads(db).Where(row => !parked.Contains(row.Kind)).OrderBy(row => row.DueAt).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefaultAsync(cancel);
    }

    public async Task<LinkRow?> LinkAsync(long linkId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LinkRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == linkId, cancel);
    }

    /// <summary>Writes the row and its lead as they are now, on disk when the task is done.</summary>
    /// <returns>False where the client was forgotten meanwhile, and the lead with them: there is nothing left to write.</returns>
    public async Task<bool> SaveAsync(OutboxRow? row, LinkRow? link, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.UpdateRange(new object?[] { row, link }.OfType<object>());
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    public Task<bool> SaveAsync(LinkRow link, CancellationToken cancel) => SaveAsync(null, link, cancel);

    /// <summary>What was being sent when the process ended may have arrived.</summary>
    /// <returns>How much that is.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancel)
    {
        var due = time.GetUtcNow() + LookAfter;
        await using var db = await databases.CreateDbContextAsync(cancel);
        using var pass = await gate.EnterAsync(cancel);
        return await db.Set<OutboxRow>().Where(row => row.State == OutboxRow.Sending).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, OutboxRow.Unknown).SetProperty(row => row.Checks, 0).SetProperty(row => row.DueAt, due), cancel);
    }

    private static IQueryable<OutboxRow> Heads(AuditDbContext db) => db.Set<OutboxRow>().AsNoTracking().Where(row => Pending.Contains(row.State)
        && !db.Set<OutboxRow>().Any(earlier => earlier.LinkId == row.LinkId && earlier.Position < row.Position
            && (Pending.Contains(earlier.State) || (earlier.State == OutboxRow.Dead && earlier.Kind == Deliveries.Lead))));
}
