using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Incoming;

/// <summary>Every night all leads of ours are looked at by number: what was deleted or merged gives no sign that polling could see (bitrix24.md section 9).</summary>
internal sealed class ReconcileLeads(PortalStore store, PortalTurn turn, LookAtItems look, IDbContextFactory<AuditDbContext> databases, SalonClock clock, TimeProvider time)
{
    /// <summary>A lead older than this is looked at no more.</summary>
    public static readonly TimeSpan LookedBack = TimeSpan.FromDays(180);

    /// <summary>By the salon's own clock, wherever the server stands.</summary>
    public static readonly TimeOnly AtNight = new(3, 40);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Once a night; a night in which nothing ran, or the portal did not answer, is made up for.</summary>
    /// <returns>Whether it was due.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var last = now.Date + AtNight.ToTimeSpan() <= now.DateTime ? now.Date : now.Date.AddDays(-1);
        var due = new DateTimeOffset(last + AtNight.ToTimeSpan(), clock.Zone.GetUtcOffset(last + AtNight.ToTimeSpan()));
        if (store.Current is not { Blocked: null, PreparedAt: not null } portal || portal.ReconciledAt >= due)
        {
            return false;
        }

        await HandleAsync(cancel);
        return true;
    }

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

        var isWhole = true;
        foreach (var type in new[] { 1, 2 })
        {
            foreach (var page in links.Where(link => type == 1 ? link is { EntityTypeId: 1, DealId: null } : link.DealId is not null || link.EntityTypeId == 2).Chunk(LookAtItems.Page))
            {
                isWhole &= await ReadAsync(type, page, cancel);
            }
        }

        if (isWhole)
        {
            await store.ChangeAsync(row => row.ReconciledAt = time.GetUtcNow(), cancel);
        }
    }

    private async Task<bool> ReadAsync(int type, LinkRow[] page, CancellationToken cancel)
    {
        if (await look.HandleAsync(type, page, cancel))
        {
            return true;
        }

        // The bucket is full: what is left has time until its next drop.
        await Task.Delay(Patience, time, cancel);
        return await look.HandleAsync(type, page, cancel);
    }
}
