using System.Text;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>Reads quarantine: by script upwards from an id, on the page the newest first.</summary>
internal sealed class QuarantineQuery(IDbContextFactory<AuditDbContext> databases)
{
    public async Task<IReadOnlyList<QuarantinedItem>> RunAsync(long after, int limit, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Read(await db.Set<QuarantineRow>().AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).Take(limit).ToListAsync(cancel));
    }

    /// <summary>The newest first, without their bodies: those are fetched one by one.</summary>
    public async Task<IReadOnlyList<QuarantinedItem>> NewestAsync(int limit, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var lines = await db.Set<QuarantineRow>().AsNoTracking().OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Take(limit)
            .Select(row => new { row.Id, row.ReceivedAt, row.Times, row.Bot, row.Endpoint, row.KeyId, row.Envelope, row.Code, row.Errors, row.Size }).ToListAsync(cancel);
        return lines.ConvertAll(row => new QuarantinedItem(
            row.Id, row.ReceivedAt, row.Times, row.Bot, row.Endpoint, row.KeyId, row.Envelope, row.Code, QuarantineJson.Read(row.Errors), "", row.Size));
    }

    public async Task<QuarantinedItem?> FindAsync(long id, CancellationToken cancel) =>
        await RunAsync(id - 1, 1, cancel) is [{ } item] && item.Id == id ? item : null;

    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<QuarantineRow>().CountAsync(cancel);
    }

    private static List<QuarantinedItem> Read(List<QuarantineRow> rows) => rows.ConvertAll(row => new QuarantinedItem(
        row.Id, row.ReceivedAt, row.Times, row.Bot, row.Endpoint, row.KeyId, row.Envelope, row.Code, QuarantineJson.Read(row.Errors),
        Encoding.UTF8.GetString(row.Body), row.Size));
}
