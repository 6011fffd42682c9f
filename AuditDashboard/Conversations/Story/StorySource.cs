using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Story;

/// <summary>Finds the people whose stories have changed.</summary>
internal sealed class StorySource(IEventReader events, ReadStrays strays, IClients clients, IDbContextFactory<AuditDbContext> databases, TimeProvider time)
{
    public async Task<StoryStateRow?> StateAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<StoryStateRow>().AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    public Task<long> LastSeqAsync(CancellationToken cancel) => events.LastSeqAsync(cancel);

    /// <summary>The people with events after this seq.</summary>
    public async Task<IReadOnlyCollection<ClientId>> ChangedAfterAsync(long seq, CancellationToken cancel) =>
        await RootsAsync([.. await events.ClientsAfterAsync(seq, cancel), .. await strays.TouchedAfterAsync(seq, cancel)], cancel);

    /// <summary>The people whose story changes by the mere passing of time.</summary>
    public async Task<IReadOnlyCollection<ClientId>> DueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await RootsAsync(await db.Set<StoryDueRow>().AsNoTracking().Where(row => row.DueAt <= now).Select(row => row.ClientId).ToListAsync(cancel), cancel);
    }

    /// <summary>Every person there is.</summary>
    public async Task<IReadOnlyList<ClientId>> EveryoneAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ClientRow>().AsNoTracking().Select(row => row.RootId).Distinct().ToListAsync(cancel);
    }

    /// <summary>The people these records belong to, each once.</summary>
    public async Task<IReadOnlyCollection<ClientId>> RootsAsync(IReadOnlyCollection<ClientId> records, CancellationToken cancel) =>
        records.Count == 0 ? [] : [.. (await clients.RootsAsync(records, cancel)).Values.Distinct()];
}
