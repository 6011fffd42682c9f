using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Incoming;

/// <summary>Looks at what the portal gave notice of. Notices of strangers' leads cost no call; the state comes from the portal, never from the order of notices.</summary>
internal sealed class FetchChanges(IDbContextFactory<AuditDbContext> databases, WriteGate gate, LookAtItems look)
{
    private const int Most = 1_000;

    public async Task HandleAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var notices = await db.Set<NoticeRow>().AsNoTracking().OrderBy(row => row.Seq).Take(Most).ToListAsync(cancel);
        foreach (var entity in notices.GroupBy(notice => notice.Entity))
        {
            var type = entity.Key == "deal" ? 2 : 1;
            if (!await look.HandleAsync(type, await look.LinksAsync(type, [.. entity.Select(notice => notice.EntityId)], cancel), cancel))
            {
                continue;
            }

            var (name, last) = (entity.Key, entity.Max(notice => notice.Seq));
            using var pass = await gate.EnterAsync(cancel);
            await db.Set<NoticeRow>().Where(row => row.Entity == name && row.Seq <= last).ExecuteDeleteAsync(cancel);
        }
    }
}
