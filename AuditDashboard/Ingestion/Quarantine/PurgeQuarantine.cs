using System.Runtime.CompilerServices;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>Refused bodies: the old ones by their receipt, a person's by what names them.</summary>
internal sealed class PurgeQuarantine(IDbContextFactory<AuditDbContext> databases, Pulse<QuarantineChanged> changed) : IPurgeable
{
    /// <summary>A body has up to 256 KiB.</summary>
    private const int ReadAtOnce = 50;

    public int Order => 30;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var old = await db.Set<QuarantineRow>().Where(row => row.ReceivedAt < order.Quarantine).Select(row => row.Id).ToListAsync(cancel);
        foreach (var some in old.Chunk(order.Most))
        {
            yield return Batch(some);
        }

        changed.Send(new QuarantineChanged());
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = 0L; await PortionAsync(after, cancel) is [.., var last] some; after = last.Id)
        {
            var named = some.FindAll(row => person.IsNamedIn(row.Body) || person.IsNamedIn(row.EventId) || person.IsNamedIn(row.Errors));
            if (named.Count > 0)
            {
                yield return Batch([.. named.Select(row => row.Id)]);
            }
        }

        changed.Send(new QuarantineChanged());
    }

    private async Task<List<QuarantineRow>> PortionAsync(long after, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<QuarantineRow>().AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).Take(ReadAtOnce).ToListAsync(cancel);
    }

    private static PurgeBatch Batch(IReadOnlyCollection<long> ids) => new("quarantine", ids.Count, store =>
    {
        var byId = store.Table<QuarantineRow>().Search([nameof(QuarantineRow.Id)]);
        foreach (var id in ids)
        {
            byId.Delete(id);
        }
    });
}
