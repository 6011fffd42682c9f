using System.Runtime.CompilerServices;
using AuditDashboard.Reminders.Slots;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Removal;

/// <summary>Who was offered which freed hour: old ones, and those of whoever wants to be forgotten.</summary>
internal sealed class PurgeSlotOffers(IDbContextFactory<AuditDbContext> databases) : IPurgeable
{
    public int Order => 17;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var over = await db.Set<SlotOfferRow>().Where(row => row.OfferedAt < order.Conversations && !order.HeldClients.Contains(row.ClientId)).Select(row => row.Key).ToListAsync(cancel);
        foreach (var some in over.Chunk(order.Most))
        {
            yield return Batch(some);
        }
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        var records = person.Records.ToList();
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<SlotOfferRow>().Where(row => records.Contains(row.ClientId)).Select(row => row.Key).ToArrayAsync(cancel) is { Length: > 0 } theirs)
        {
            yield return Batch(theirs);
        }
    }

    private static PurgeBatch Batch(string[] keys) => new("slot-offers", keys.Length, store =>
    {
        var byKey = store.Table<SlotOfferRow>().Search([nameof(SlotOfferRow.Key)]);
        Array.ForEach(keys, key => byKey.Delete(key));
    });
}
