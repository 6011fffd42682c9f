using System.Runtime.CompilerServices;
using AuditDashboard.Bitrix24.Incoming;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Removal;

/// <summary>
/// Whose a lead was, what was to be told of it and the portal's words about it. What waits is never too old to be sent: it reads the log, and says nothing
/// that retention took from there. Leads in work are followed as long as the night looks at them; what is in the portal itself is out of our reach.
/// </summary>
internal sealed class PurgeLeads(IDbContextFactory<AuditDbContext> databases, FindLeads find, Pulse<BitrixChanged> changed, TimeProvider time) : IPurgeable
{
    private const string What = "leads";
    private static readonly string[] Over = [OutboxRow.Done, OutboxRow.Skipped];

    public int Order => 18;

    /// <summary>Afterwards nobody knows any more what they were in the portal.</summary>
    public async Task DescribeAsync(ErasedPerson person, CancellationToken cancel) => person.Elsewhere.UnionWith(await find.InPortalAsync(person, cancel));

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var free = db.Set<LinkRow>().AsNoTracking().Where(link => (link.ClientId == null || !order.HeldClients.Contains(link.ClientId.Value))
            && (link.SessionId == null || !order.HeldSessions.Contains(link.SessionId.Value)));
        await foreach (var batch in RowsAsync(db, free, order, cancel))
        {
            yield return batch;
        }

        var all = db.Set<OutboxRow>();
        var nameless = await free.Where(link => link.CreatedAt < order.Conversations && link.LeadId != null && link.State != "linked"
            && (all.Any(row => row.LinkId == link.Id && row.State == OutboxRow.Dead && row.Kind == Deliveries.Lead)
                || !all.Any(row => row.LinkId == link.Id && row.State != OutboxRow.Dead && !Over.Contains(row.State)))).Select(link => link.Id).ToListAsync(cancel);
        foreach (var some in nameless.Chunk(order.Most))
        {
            yield return new PurgeBatch(What, some.Length, store => Array.ForEach(some, link => Unname(store, link)));
        }

        var silent = time.GetUtcNow() - ReconcileLeads.LookedBack;
        var ended = await free.Where(link => link.CreatedAt < order.Conversations && !all.Any(row => row.LinkId == link.Id)
            && (link.CreatedAt < silent || link.State != "linked" || ((link.Semantics == "S" || link.Semantics == "F") && link.PortalUpdatedAt < order.Conversations)))
            .Select(link => link.Id).ToListAsync(cancel);
        foreach (var some in ended.Chunk(order.Most))
        {
            yield return Batch(some);
        }

        changed.Send(new BitrixChanged());
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var some in (await find.OfAsync(person, cancel)).Select(link => link.Id).Chunk(person.Most))
        {
            yield return Batch(some);
        }

        changed.Send(new BitrixChanged());
    }

    /// <summary>What was told long ago, and what the portal said of what it does not take.</summary>
    private static async IAsyncEnumerable<PurgeBatch> RowsAsync(AuditDbContext db, IQueryable<LinkRow> free, PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = db.Set<OutboxRow>().AsNoTracking().Where(row => free.Any(link => link.Id == row.LinkId));
        var told = await rows.Where(row => Over.Contains(row.State) && row.EndedAt < order.Conversations).Select(row => new { row.LinkId, row.Position }).ToListAsync(cancel);
        foreach (var some in told.Chunk(order.Most))
        {
            yield return new PurgeBatch(What, some.Length, store =>
            {
                var byKey = store.Table<OutboxRow>().Search([nameof(OutboxRow.LinkId), nameof(OutboxRow.Position)]);
                Array.ForEach(some, row => byKey.Delete(row.LinkId, row.Position));
            });
        }

        var wordy = await rows.Where(row => row.CreatedAt < order.Conversations && (row.Words != null || row.Added != null)).Select(row => new { row.LinkId, row.Position }).ToListAsync(cancel);
        foreach (var some in wordy.Chunk(order.Most))
        {
            yield return new PurgeBatch(What, some.Length, store => Array.ForEach(some, row => Hush(store, row.LinkId, row.Position)));
        }
    }

    private static PurgeBatch Batch(long[] links) => new(What, links.Length, store =>
    {
        var (byId, told) = (store.Table<LinkRow>().Search([nameof(LinkRow.Id)]), store.Table<OutboxRow>().Search([nameof(OutboxRow.LinkId)]));
        var bookings = store.Table<BookingLinkRow>().Search([nameof(BookingLinkRow.LinkId)]);
        foreach (var link in links)
        {
            told.Delete(link);
            bookings.Delete(link);
            byId.Delete(link);
        }
    });

    /// <summary>The sender's own number of a lead that never came to be in the portal: nothing is matched by it any more.</summary>
    private static void Unname(WriteConnection store, long linkId)
    {
        var table = store.Table<LinkRow>();
        if (table.Search([nameof(LinkRow.Id)]).First(linkId) is { } link)
        {
            link.LeadId = null;
            table.Upsert(link);
        }
    }

    /// <summary>It may have been sent since it was found.</summary>
    private static void Hush(WriteConnection store, long linkId, long position)
    {
        var table = store.Table<OutboxRow>();
        if (table.Search([nameof(OutboxRow.LinkId), nameof(OutboxRow.Position)]).First(linkId, position) is { } row)
        {
            (row.Words, row.Added) = (null, null);
            table.Upsert(row);
        }
    }
}
