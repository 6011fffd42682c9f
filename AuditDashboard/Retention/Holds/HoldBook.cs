using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Retention.Holds;

/// <summary>The holds in force. Its version changes in the transaction that changes them: a run that has read an older one must read again.</summary>
internal sealed class HoldBook(IDbContextFactory<AuditDbContext> databases, ITransactions transactions)
{
    private int _version;

    public int Version => Volatile.Read(ref _version);

    public async Task<IReadOnlyList<HoldRow>> ListAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<HoldRow>().AsNoTracking().Where(row => row.LiftedAt == null).OrderByDescending(row => row.PlacedAt).ToListAsync(cancel);
    }

    /// <summary>Those on any of these records or dialogs.</summary>
    public async Task<IReadOnlyList<HoldRow>> OfAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<HoldRow>().AsNoTracking().Where(row => row.LiftedAt == null && subjects.Contains(row.Subject)).ToListAsync(cancel);
    }

    /// <summary>Those on any record of the person or any dialog of theirs.</summary>
    public async Task<IReadOnlyList<HoldRow>> OfPersonAsync(ErasedPerson person, CancellationToken cancel) =>
        await OfAsync([.. person.Records.Select(record => record.Value), .. person.Dialogs.Select(dialog => dialog.Value)], cancel);

    public async Task<HoldRow?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<HoldRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
    }

    public Task WriteAsync(HoldRow row, CancellationToken cancel) => transactions.RunAsync(
        store =>
        {
            store.Table<HoldRow>().Upsert(row);
            Interlocked.Increment(ref _version);
        },
        cancel);

    /// <returns>The version that was read.</returns>
    public async Task<int> ReadIntoAsync(PurgeOrder order, CancellationToken cancel)
    {
        var version = Version;
        foreach (var hold in await ListAsync(cancel))
        {
            if (hold.Kind == "client")
            {
                order.HeldClients.Add(new ClientId(hold.Subject));
            }
            else
            {
                order.HeldSessions.Add(new SessionId(hold.Subject));
            }
        }

        return version;
    }
}
