using System.Runtime.CompilerServices;
using AuditDashboard.Events.Parsing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Events.Log;

internal sealed class EventReader(IDbContextFactory<AuditDbContext> databases) : IEventReader
{
    private const int ClientsAtOnce = 32;
    private const int Portion = 2000;

    public async Task<IReadOnlyList<StoredEvent>> ListAsync(EventFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<EventRow>().AsNoTracking();
        rows = EventFilters.Apply(filter.After > 0 ? rows.Where(row => row.Seq > filter.After) : rows, filter).OrderBy(row => row.Seq).Take(filter.Limit);
        if (filter.From is null && filter.To is null)
        {
            return Read(await rows.ToListAsync(cancel));
        }

        // Sorted by seq alone, which the index of dates holds: whole rows of all that match would be read, and sorted, for the first few.
        return await OfSeqsAsync(await rows.Select(row => row.Seq).ToListAsync(cancel), cancel);
    }

    public async IAsyncEnumerable<StoredEvent> StreamAsync(EventFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (first, last) = await EndsAsync(filter, cancel);
        for (var after = first - 1; after < last; after += Portion)
        {
            foreach (var row in await PortionAsync(after, Math.Min(after + Portion, last), filter, cancel))
            {
                yield return Read(row);
            }
        }
    }

    public async Task<long> CountAsync(EventFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await EventFilters.Apply(db.Set<EventRow>().AsNoTracking().Where(row => row.Seq > filter.After), filter).LongCountAsync(cancel);
    }

    public async Task<IReadOnlyList<StoredEvent>> OfSessionAsync(SessionId sessionId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return InOrder(await db.Set<EventRow>().AsNoTracking().Where(row => row.SessionId == sessionId).ToListAsync(cancel));
    }

    public async Task<IReadOnlyList<StoredEvent>> OfClientsAsync(IReadOnlyCollection<ClientId> clientIds, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = new List<EventRow>();
        foreach (var some in clientIds.Chunk(ClientsAtOnce))
        {
            rows.AddRange(await db.Set<EventRow>().AsNoTracking().Where(row => row.ClientId != null && some.Contains(row.ClientId.Value)).ToListAsync(cancel));
        }

        return InOrder(rows);
    }

    public async Task<IReadOnlyList<StoredEvent>> OfSeqsAsync(IReadOnlyCollection<long> seqs, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Read(await db.Set<EventRow>().AsNoTracking().Where(row => seqs.Contains(row.Seq)).OrderBy(row => row.Seq).ToListAsync(cancel));
    }

    public async Task<IReadOnlyList<ClientId>> ClientsAfterAsync(long seq, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // In the order of the table: a DISTINCT would walk the whole index of clients to find a handful of new rows.
        var seen = new HashSet<ClientId>();
        var recent = db.Set<EventRow>().AsNoTracking().Where(row => row.Seq > seq).OrderBy(row => row.Seq).Select(row => row.ClientId);
        await foreach (var client in recent.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (client is { } known)
            {
                seen.Add(known);
            }
        }

        return [.. seen];
    }

    public async Task<long> LastSeqAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<EventRow>().MaxAsync(row => (long?)row.Seq, cancel) ?? 0;
    }

    public async Task<byte[]?> PayloadAsync(long seq, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<EventRow>().Where(row => row.Seq == seq).Select(row => row.Payload).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Both at once, or SQLite would look for each by walking the table from its end.</summary>
    private async Task<(long First, long Last)> EndsAsync(EventFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var dated = EventFilters.Dated(db.Set<EventRow>().AsNoTracking(), filter);
        var ends = await dated.GroupBy(_ => 1).Select(all => new { First = all.Min(row => row.Seq), Last = all.Max(row => row.Seq) }).SingleOrDefaultAsync(cancel);
        return ends is null ? (1, 0) : (Math.Max(ends.First, filter.After + 1), ends.Last);
    }

    /// <summary>A range of the table's own key on both sides: neither sorted nor looked up through another index.</summary>
    private async Task<List<EventRow>> PortionAsync(long after, long upTo, EventFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<EventRow>().AsNoTracking().Where(row => row.Seq > after && row.Seq <= upTo);
        return await EventFilters.Apply(rows, filter).OrderBy(row => row.Seq).ToListAsync(cancel);
    }

    private static List<StoredEvent> InOrder(List<EventRow> rows) =>
        [.. Read(rows).OrderBy(stored => stored.EffectiveAt).ThenBy(stored => stored.Seq)];

    internal static List<StoredEvent> Read(List<EventRow> rows) => rows.ConvertAll(Read);

    private static StoredEvent Read(EventRow row) => new(
        row.Seq, row.Bot, row.Source, row.EventId, row.Endpoint, row.Type, row.Channel, row.Branch, row.SessionId, row.ClientId,
        row.OccurredAt, row.RecordedAt, (EventFlags)row.Flags,
        row.Payload is null ? null : EventContentReader.Reread(Payload.EventOf(row.Payload)));
}
