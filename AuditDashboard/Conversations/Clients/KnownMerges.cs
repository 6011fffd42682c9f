using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Clients;

/// <summary>Who is whom at the moment.</summary>
internal sealed class KnownMerges(IDbContextFactory<AuditDbContext> databases, IClients clients)
{
    /// <summary>The records that stand for these two; null where one of them is unknown.</summary>
    public async Task<(ClientId One, ClientId Other)?> RootsAsync(ClientId one, ClientId other, CancellationToken cancel)
    {
        var roots = await clients.RootsAsync([one, other], cancel);
        return roots.TryGetValue(one, out var first) && roots.TryGetValue(other, out var second) ? (first, second) : null;
    }

    /// <summary>True while this merge counts.</summary>
    public async Task<bool> StandsAsync(ClientId from, ClientId into, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<MergeRow>().AnyAsync(merge => merge.FromId == from && merge.IntoId == into && merge.UndoneAt == null, cancel);
    }
}
