using System.Runtime.CompilerServices;
using AuditDashboard.Reminders.FollowUps;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Removal;

/// <summary>Where clients would be written to again: of whoever has been silent for too long, and of whoever wants to be forgotten.</summary>
internal sealed class PurgeFollowUps(IDbContextFactory<AuditDbContext> databases) : IPurgeable
{
    public int Order => 16;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var over = await db.Set<FollowUpRow>().Where(row => row.NextAt == null && (row.LastInAt ?? row.SinceAt) < order.Conversations)
            .Where(row => !order.HeldClients.Contains(row.ClientId)).Select(row => row.Key).ToListAsync(cancel);
        foreach (var some in over.Chunk(order.Most))
        {
            yield return Batch(some);
        }
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        var records = person.Records.ToList();
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<FollowUpRow>().Where(row => records.Contains(row.ClientId)).Select(row => row.Key).ToArrayAsync(cancel) is { Length: > 0 } theirs)
        {
            yield return Batch(theirs);
        }
    }

    private static PurgeBatch Batch(string[] keys) => new("follow-ups", keys.Length, store =>
    {
        var byKey = store.Table<FollowUpRow>().Search([nameof(FollowUpRow.Key)]);
        Array.ForEach(keys, key => byKey.Delete(key));
    });
}
