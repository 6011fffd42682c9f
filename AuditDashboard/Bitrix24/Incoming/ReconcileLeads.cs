using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Incoming;

/// <summary>Every night all leads of ours are looked at by number: what was deleted or merged gives no sign that polling could see (bitrix24.md section 9).</summary>
internal sealed class ReconcileLeads(PortalStore store, PortalTurn turn, LookAtItems look, IDbContextFactory<AuditDbContext> databases, TimeProvider time)
{
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(180);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public async Task HandleAsync(CancellationToken cancel)
    {
        using var mine = await turn.EnterAsync(cancel);
        if (store.Current is not { Blocked: null, PreparedAt: not null })
        {
            return;
        }

        var since = time.GetUtcNow() - LookedBack;
        List<LinkRow> links;
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            links = await db.Set<LinkRow>().AsNoTracking().Where(row => row.State == "linked" && row.CreatedAt >= since).OrderBy(row => row.Id).ToListAsync(cancel);
        }

        foreach (var type in new[] { 1, 2 })
        {
            foreach (var page in links.Where(link => type == 1 ? link is { EntityTypeId: 1, DealId: null } : link.DealId is not null || link.EntityTypeId == 2).Chunk(LookAtItems.Page))
            {
                if (!await look.HandleAsync(type, page, cancel))
                {
                    // The bucket is full: what is left has time until its next drop, and the rest until tomorrow.
                    await Task.Delay(Patience, time, cancel);
                    await look.HandleAsync(type, page, cancel);
                }
            }
        }

        await store.ChangeAsync(row => row.ReconciledAt = time.GetUtcNow(), cancel);
    }
}
