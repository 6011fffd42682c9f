using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Exports.Files;

/// <summary>The table of files. Every change is news.</summary>
internal sealed class ExportShelf(IDbContextFactory<AuditDbContext> databases, Pulse<ExportsChanged> changed)
{
    public async Task AddAsync(ExportFileRow row, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        changed.Send(new ExportsChanged());
    }

    /// <summary>What was being written when the process ended begins anew: a half file is worth nothing.</summary>
    public async Task RequeueAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var row in await db.Set<ExportFileRow>().Where(row => row.State == "running").ToListAsync(cancel))
        {
            (row.State, row.Rows) = ("queued", 0);
        }

        await db.SaveChangesAsync(cancel);
    }

    public async Task<ExportFileRow?> NextAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ExportFileRow>().AsNoTracking().Where(row => row.State == "queued").OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(cancel);
    }

    public async Task<ExportFileRow?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ExportFileRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
    }

    /// <summary>False when the file is not there, or not in that state any more.</summary>
    public async Task<bool> ChangeAsync(Guid id, string state, Action<ExportFileRow> change, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<ExportFileRow>().SingleOrDefaultAsync(row => row.Id == id && row.State == state, cancel) is not { } row)
        {
            return false;
        }

        change(row);
        await db.SaveChangesAsync(cancel);
        changed.Send(new ExportsChanged());
        return true;
    }

    public async Task RemoveAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.RemoveRange(await db.Set<ExportFileRow>().Where(row => row.Id == id).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        changed.Send(new ExportsChanged());
    }

    /// <param name="by">Whose; null = everybody's.</param>
    public async Task<IReadOnlyList<ExportFileRow>> ListAsync(string? by, int most, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ExportFileRow>().AsNoTracking().Where(row => by == null || row.By == by).OrderByDescending(row => row.CreatedAt).Take(most).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<Guid>> ExpiredAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ExportFileRow>().Where(row => row.KeptUntil <= now && row.State != "running").Select(row => row.Id).ToListAsync(cancel);
    }

    public async Task<int> AskedSinceAsync(string by, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ExportFileRow>().CountAsync(row => row.By == by && row.ScheduleId == null && row.CreatedAt > since, cancel);
    }
}
