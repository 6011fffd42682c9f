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

    public async Task<IReadOnlyList<QuarantinedItem>> NewestAsync(int limit, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Read(await db.Set<QuarantineRow>().AsNoTracking().OrderByDescending(row => row.ReceivedAt).Take(limit).ToListAsync(cancel));
    }

    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<QuarantineRow>().CountAsync(cancel);
    }

    private static List<QuarantinedItem> Read(List<QuarantineRow> rows) => rows.ConvertAll(row => new QuarantinedItem(
        row.Id, row.ReceivedAt, row.Times, row.Bot, row.Endpoint, row.KeyId, row.Envelope, row.Code, QuarantineJson.Read(row.Errors),
        Encoding.UTF8.GetString(row.Body), row.Size));
}
