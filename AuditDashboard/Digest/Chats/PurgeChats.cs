using System.Runtime.CompilerServices;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using AuditDashboard.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Digest.Chats;

/// <summary>An owner who wrote a code is a client of the assistant like any other: who is forgotten as a client is written to no more. Age is no reason.</summary>
internal sealed class PurgeChats(IDbContextFactory<AuditDbContext> databases) : IPurgeable
{
    private RowSearch<OwnerChatRow>? _byUser;

    public int Order => 20;

    public async IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        yield break;
    }

    public async IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var bound = await db.Set<OwnerChatRow>().AsNoTracking().Where(row => row.Address != null).ToListAsync(cancel);
        List<string> theirs = [.. bound.Where(row => person.IsNamedIn(row.Address)).Select(row => row.UserId)];
        if (theirs.Count > 0)
        {
            yield return new PurgeBatch("clients", theirs.Count, store => Unbind(store, theirs));
        }
    }

    private void Unbind(WriteConnection store, List<string> users)
    {
        _byUser ??= store.Table<OwnerChatRow>().Search([nameof(OwnerChatRow.UserId)]);
        foreach (var chat in users.Select(user => _byUser.First(user)).OfType<OwnerChatRow>())
        {
            (chat.Channel, chat.Address, chat.Bot, chat.Endpoint, chat.BoundAt) = (null, null, null, null, null);
            store.Table<OwnerChatRow>().Upsert(chat);
        }
    }
}
