using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>Writes the days of last use, away from the requests that made them.</summary>
internal sealed class ApiKeyUses(IDbContextFactory<AuditDbContext> databases, ApiKeyCache cache)
{
    public async Task WriteAsync(CancellationToken cancel)
    {
        var uses = cache.TakeUses();
        if (uses.Count == 0)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var (keyId, day) in uses)
        {
            if (await db.Set<ApiKeyRow>().SingleOrDefaultAsync(key => key.Id == keyId, cancel) is { } row)
            {
                row.UsedDay = day;
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
