using System.Runtime.CompilerServices;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Ingestion.Otlp.Joining;

/// <summary>Pieces of calls: they live for a day at most, but a person's go at once, with the whole trace they are of.</summary>
internal sealed class PurgeParts(IDbContextFactory<AuditDbContext> databases) : IPurgeable
{
    public int Order => 31;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var old = db.Set<PartRow>().AsNoTracking().Where(row => row.ReceivedAt < order.Quarantine);
        foreach (var some in (await TracesAsync(old, cancel)).Chunk(order.Most))
        {
            yield return Batch(some);
        }
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        HashSet<Trace> named = [];
        await foreach (var row in db.Set<PartRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (person.IsNamedIn(row.Content))
            {
                named.Add(new Trace(row.Bot, row.TraceId));
            }
        }

        foreach (var some in named.Chunk(person.Most))
        {
            yield return Batch(some);
        }
    }

    private static async Task<List<Trace>> TracesAsync(IQueryable<PartRow> rows, CancellationToken cancel) =>
        (await rows.Select(row => new { row.Bot, row.TraceId }).Distinct().ToListAsync(cancel)).ConvertAll(row => new Trace(row.Bot, row.TraceId));

    private static PurgeBatch Batch(IReadOnlyCollection<Trace> traces) => new("telemetry", traces.Count, store =>
    {
        var ofTrace = store.Table<PartRow>().Search([nameof(PartRow.Bot), nameof(PartRow.TraceId)]);
        foreach (var trace in traces)
        {
            ofTrace.Delete(trace.Bot, trace.Id);
        }
    });

    private sealed record Trace(string Bot, string Id);
}
