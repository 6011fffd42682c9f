using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>Ends a key for good: the next request with it is refused.</summary>
internal sealed class RevokeApiKey(
    IDbContextFactory<AuditDbContext> databases, ApiKeyCache cache, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>key.unknown</c>. A key that is revoked already stays as it was.</summary>
    public async Task<Refusal?> HandleAsync(string keyId, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<ApiKeyRow>().SingleOrDefaultAsync(key => key.Id == keyId, cancel);
        if (row is null)
        {
            return new Refusal("key.unknown");
        }

        if (row.RevokedAt is null)
        {
            row.RevokedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancel);
            await cache.LoadAsync(cancel);
            await journal.WriteAsync("apikey.revoked", keyId, null, cancel);
        }

        return null;
    }
}
