using System.Runtime.CompilerServices;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Consents;

/// <summary>
/// Where an erased person said STOP, and what staff wrote down about their consents. Age alone takes nothing: a STOP holds until it is lifted, and whoever
/// sends must be able to show the consent.
/// </summary>
internal sealed class PurgeConsents(IDbContextFactory<AuditDbContext> databases) : IPurgeable
{
    public int Order => 12;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        yield break;
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        var records = person.Records.ToList();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var stops = await db.Set<SuppressionRow>().AsNoTracking().Where(row => records.Contains(row.ClientId)).ToListAsync(cancel);
        var reasons = await db.Set<ConsentRow>().AsNoTracking().Where(row => records.Contains(row.ClientId) && row.Reason != null).ToListAsync(cancel);
        if (stops.Count + reasons.Count == 0)
        {
            yield break;
        }

        yield return new PurgeBatch("consents", stops.Count + reasons.Count, store =>
        {
            var bySubject = store.Table<SuppressionRow>().Search([nameof(SuppressionRow.Subject), nameof(SuppressionRow.Purpose)]);
            stops.ForEach(row => bySubject.Delete(row.Subject, row.Purpose));
            var update = store.Table<ConsentRow>().Update(nameof(ConsentRow.Reason));
            reasons.ForEach(row => update.Run(new ConsentRow { Seq = row.Seq }));
        });
    }
}
