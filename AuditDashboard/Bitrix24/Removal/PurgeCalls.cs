using System.Globalization;
using System.Runtime.CompilerServices;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Removal;

/// <summary>The journal of calls: the old ones, and a person's by the numbers of their leads, which are forgotten after it.</summary>
internal sealed class PurgeCalls(IDbContextFactory<AuditDbContext> databases, FindLeads find, CallJournal journal) : IPurgeable
{
    public int Order => 17;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var old = await db.Set<JournalRow>().Where(row => row.At < order.Quarantine).Select(row => row.Id).ToListAsync(cancel);
        foreach (var some in old.Chunk(order.Most))
        {
            yield return Batch(some);
        }
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        await journal.FlushAsync(cancel);
        var leads = await find.OfAsync(person, cancel);
        var subjects = leads.SelectMany(link => new[] { ("lead", link.PortalId), ("deal", link.DealId), ("deal", link.PortalId) }).Where(pair => pair.Item2 is not null)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Item1} {pair.Item2}")).Distinct().ToList();
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var some in subjects.Chunk(PurgeOrder.FirstBatch))
        {
            var theirs = await db.Set<JournalRow>().Where(row => some.Contains(row.Subject)).Select(row => row.Id).ToListAsync(cancel);
            foreach (var rows in theirs.Chunk(person.Most))
            {
                yield return Batch(rows);
            }
        }
    }

    private static PurgeBatch Batch(long[] rows) => new("leads", rows.Length, store =>
    {
        var byId = store.Table<JournalRow>().Search([nameof(JournalRow.Id)]);
        Array.ForEach(rows, row => byId.Delete(row));
    });
}
