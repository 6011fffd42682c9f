using System.Linq.Expressions;
using AuditDashboard.Events.Parsing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Events.Log;

internal sealed class EventReader(IDbContextFactory<AuditDbContext> databases) : IEventReader
{
    private const int ClientsAtOnce = 32;

    public async Task<IReadOnlyList<StoredEvent>> ListAsync(EventFilter filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<EventRow>().AsNoTracking().Where(row => row.Seq > filter.After);
        rows = filter.Session is null ? rows : rows.Where(OfSession(filter.Session));
        rows = filter.Type is null ? rows : rows.Where(row => row.Type == filter.Type);
        rows = filter.Channel is null ? rows : rows.Where(row => row.Channel == filter.Channel);
        rows = filter.Branch is null ? rows : rows.Where(row => row.Branch == filter.Branch);
        rows = filter.From is not { } from ? rows : rows.Where(row => row.OccurredAt >= from);
        rows = filter.To is not { } to ? rows : rows.Where(row => row.OccurredAt < to);
        if (filter.Clients is { } clients)
        {
            rows = rows.Where(row => row.ClientId != null && clients.Contains(row.ClientId.Value));
        }

        return Read(await rows.OrderBy(row => row.Seq).Take(filter.Limit).ToListAsync(cancel));
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
        return Read(await db.Set<EventRow>().AsNoTracking().Where(row => seqs.Contains(row.Seq)).ToListAsync(cancel));
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

    private static Expression<Func<EventRow, bool>> OfSession(string session)
    {
        if (!Guid.TryParse(session, out var id))
        {
            return row => row.SessionKey == session;
        }

        var sessionId = new SessionId(id);
        return row => row.SessionId == sessionId || row.SessionKey == session;
    }

    private static List<StoredEvent> InOrder(List<EventRow> rows) =>
        [.. Read(rows).OrderBy(stored => stored.EffectiveAt).ThenBy(stored => stored.Seq)];

    internal static List<StoredEvent> Read(List<EventRow> rows) => rows.ConvertAll(Read);

    private static StoredEvent Read(EventRow row) => new(
        row.Seq, row.Bot, row.Source, row.EventId, row.Endpoint, row.Type, row.Channel, row.Branch, row.SessionId, row.ClientId,
        row.OccurredAt, row.RecordedAt, (EventFlags)row.Flags,
        row.Payload is null ? null : EventContentReader.Reread(Payload.EventOf(row.Payload)));
}
