using System.Runtime.CompilerServices;
using AuditDashboard.Conversations.Append;
using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Removal;

/// <summary>Names, phones and addresses: of whoever has been silent longer than the retention, and of whoever wants to be forgotten.</summary>
internal sealed class PurgeClients(IDbContextFactory<AuditDbContext> databases, IStories stories, FindPerson find, ConversationStep append, Pulse<SessionsChanged> changed) : IPurgeable
{
    private const string What = "clients";

    /// <summary>A client brings all their dialogs along.</summary>
    private const int AtOnce = 20;

    public int Order => 10;

    public async Task PrepareAsync(PurgeOrder order, CancellationToken cancel)
    {
        // What is not counted yet could not be counted any more.
        await stories.CatchUpAsync(cancel);
        await find.AddMembersAsync(order.HeldClients, cancel);
    }

    public Task DescribeAsync(ErasedPerson person, CancellationToken cancel) => find.RunAsync(person, cancel);

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var some in (await SilentAsync(order, cancel)).Chunk(AtOnce))
        {
            yield return new PurgeBatch(What, some.Length, store =>
            {
                var forget = new ForgetClient(store);
                foreach (var client in some.Where(client => !forget.IsActiveSince(client, order.Conversations)))
                {
                    forget.Fade(client);
                }

                append.Forget();
            });
        }

        foreach (var batch in await AddressesAsync(order.Most, cancel))
        {
            yield return batch;
        }
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!person.IsReplay)
        {
            await stories.CatchUpAsync(cancel);
        }

        foreach (var some in person.Records.Chunk(AtOnce))
        {
            yield return new PurgeBatch(What, some.Length, store =>
            {
                var forget = new ForgetClient(store);
                Array.ForEach(some, forget.Erase);
                append.Forget();
            });
        }

        foreach (var batch in await AddressesAsync(person.Most, cancel))
        {
            yield return batch;
        }

        changed.Send(new SessionsChanged([]));
    }

    /// <summary>Records that still name somebody, none of whose merged records was active since, and none of which is held.</summary>
    private async Task<List<ClientId>> SilentAsync(PurgeOrder order, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var named = await db.Set<ClientRow>().AsNoTracking()
            .Where(row => row.CreatedAt < order.Conversations || db.Set<SessionRow>().Any(session => session.ClientId == row.Id))
            .Where(row => row.Name != null || row.Phone != null || db.Set<IdentityRow>().Any(address => address.ClientId == row.Id))
            .Select(row => new { row.Id, row.RootId }).ToListAsync(cancel);
        var busy = await BusyRootsAsync(db, order, cancel);
        return [.. named.Where(row => !busy.Contains(row.RootId)).Select(row => row.Id)];
    }

    private static async Task<HashSet<ClientId>> BusyRootsAsync(AuditDbContext db, PurgeOrder order, CancellationToken cancel)
    {
        var sessions = db.Set<SessionRow>().Where(row => row.LastActivityAt >= order.Conversations || order.HeldSessions.Contains(row.Id)).Select(row => row.ClientId);
        var roots = db.Set<ClientRow>().Where(row => sessions.Contains(row.Id) || order.HeldClients.Contains(row.Id)).Select(row => row.RootId).Distinct();
        return await roots.ToHashSetAsync(cancel);
    }

    /// <summary>Bookings remember the address they were made from: it goes with the client's own.</summary>
    private async Task<IEnumerable<PurgeBatch>> AddressesAsync(int most, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var nameless = db.Set<ClientRow>().Where(row => row.IsAnonymous && !db.Set<IdentityRow>().Any(address => address.ClientId == row.Id)).Select(row => row.Id);
        var rows = await db.Set<BookingRow>().AsNoTracking()
            .Where(row => row.ClientAddress != null && row.ClientId != null && nameless.Contains(row.ClientId.Value)).ToListAsync(cancel);
        return rows.Chunk(most).Select(some => new PurgeBatch(What, some.Length, store =>
        {
            var update = store.Table<BookingRow>().Update(nameof(BookingRow.ClientAddress));
            Array.ForEach(some, row => update.Run(new BookingRow { Bot = row.Bot, BookingId = row.BookingId }));
        }));
    }
}
