using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Browse.Saved;

/// <summary>Filters with a name: a person's own, and those shown to everybody.</summary>
internal sealed class SavedFilters(IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, TimeProvider time)
{
    /// <summary>That one person may make: each is counted whenever the list is opened.</summary>
    public const int Most = 12;

    public const int LongestName = 40;

    /// <summary>In the order they were made; nothing is counted yet.</summary>
    public async Task<IReadOnlyList<SavedFilter>> ListAsync(Viewer viewer, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<SavedFilterRow>().AsNoTracking().Where(row => row.By == viewer.UserId || row.IsCommon).OrderBy(row => row.MadeAt).Take(2 * Most).ToListAsync(cancel);
        return rows.ConvertAll(row => new SavedFilter(row.Id, row.Name, row.Query, row.IsCommon, MayRemove(row, viewer), 0));
    }

    /// <summary>Refusals: <c>filter.name</c>, <c>filter.empty</c>, <c>filter.many</c>.</summary>
    public async Task<Refusal?> AddAsync(string name, string query, bool isCommon, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (name.Trim().Length is 0 or > LongestName || query.Length == 0)
        {
            return query.Length == 0 ? new Refusal("filter.empty") : new Refusal("filter.name", LongestName);
        }

        if (await db.Set<SavedFilterRow>().CountAsync(row => row.By == viewer.UserId, cancel) >= Most)
        {
            return new Refusal("filter.many", Most);
        }

        var now = time.GetUtcNow();
        db.Add(new SavedFilterRow { Id = Guid.CreateVersion7(now), By = viewer.UserId, Name = name.Trim(), Query = query, IsCommon = isCommon, MadeAt = now });
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>What was removed, so that it can be put back; null where there is none or the viewer may not remove it.</summary>
    public async Task<SavedFilterRow?> RemoveAsync(Guid id, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<SavedFilterRow>().SingleOrDefaultAsync(known => known.Id == id, cancel);
        if (row is null || !MayRemove(row, viewer))
        {
            return null;
        }

        db.Remove(row);
        await db.SaveChangesAsync(cancel);
        return row;
    }

    public async Task PutBackAsync(SavedFilterRow removed, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Add(removed);
        await db.SaveChangesAsync(cancel);
    }

    private static bool MayRemove(SavedFilterRow row, Viewer viewer) => row.By == viewer.UserId || (row.IsCommon && viewer.IsOwner);
}
