using System.Runtime.CompilerServices;
using AuditDashboard.Conversations.Append;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Removal;

/// <summary>The last words that the list of dialogs shows and searches. Everything else of a dialog's row stays: when, how long, how it ended.</summary>
internal sealed class PurgeDialogs(IDbContextFactory<AuditDbContext> databases, ConversationStep append, Pulse<SessionsChanged> changed) : IPurgeable
{
    public int Order => 20;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var some in (await FindAsync(order, cancel)).Chunk(order.Most))
        {
            yield return new PurgeBatch("dialogs", some.Length, store => Write(store, some, order.Conversations));
        }

        changed.Send(new SessionsChanged([]));
    }

    /// <summary>A person's dialogs go with the person's records.</summary>
    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        yield break;
    }

    private async Task<List<SessionId>> FindAsync(PurgeOrder order, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<SessionRow>().Where(row => row.LastText != null && row.LastTextAt < order.Conversations)
            .Where(row => !order.HeldSessions.Contains(row.Id) && !order.HeldClients.Contains(row.ClientId)).Select(row => row.Id).ToListAsync(cancel);
    }

    private void Write(WriteConnection store, SessionId[] found, DateTimeOffset before)
    {
        var sessions = store.Table<SessionRow>();
        var byId = sessions.Search([nameof(SessionRow.Id)]);
        var clients = store.Table<ClientRow>().Search([nameof(ClientRow.Id)]);
        var update = sessions.Update(nameof(SessionRow.LastText), nameof(SessionRow.SearchText));
        foreach (var id in found)
        {
            // Something may have been said since it was found.
            if (byId.First(id.Value.ToByteArray(true)) is { } session && session.LastTextAt < before)
            {
                var client = clients.First(session.ClientId.Value.ToByteArray(true));
                update.Run(new SessionRow { Id = id, LastText = null, SearchText = SearchWords.Of(client?.Name, client?.Phone, session.LeadId) });
            }
        }

        append.Forget();
    }
}
