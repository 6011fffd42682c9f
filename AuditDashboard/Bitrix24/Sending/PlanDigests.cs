using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Silence closes a dialog without an event; its digest is planned when that has happened. One a dialog, however it ended.</summary>
internal sealed class PlanDigests(IDbContextFactory<AuditDbContext> databases, ISessions sessions, IEventReader events, IOptions<ConversationOptions> options, TimeProvider time)
{
    private const int Portion = 200;

    /// <returns>Whether any dialog was due.</returns>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var due = await db.Set<LinkRow>().Where(row => row.DigestDueAt != null && row.DigestDueAt <= now).OrderBy(row => row.DigestDueAt).Take(Portion).ToListAsync(cancel);
        foreach (var link in due)
        {
            await PlanAsync(db, link, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return due.Count > 0;
    }

    private async Task PlanAsync(AuditDbContext db, LinkRow link, DateTimeOffset now, CancellationToken cancel)
    {
        var session = link.SessionId is { } id ? await sessions.FindAsync(id, cancel) : null;
        var sleepsAt = (session?.LastActivityAt ?? default) + options.Value.Idle;
        if (session is not null && sleepsAt > now)
        {
            link.DigestDueAt = sleepsAt;
            return;
        }

        link.DigestDueAt = null;
        if (session is null || await db.Set<OutboxRow>().AnyAsync(row => row.LinkId == link.Id && row.Kind == Deliveries.Comment, cancel))
        {
            return;
        }

        var last = (await events.OfSessionAsync(session.Id, cancel)).Max(item => (long?)item.Seq) ?? link.Id;
        db.Add(new OutboxRow
        {
            LinkId = link.Id, Position = (last * 16) + 15, Kind = Deliveries.Comment, EventType = EventTypes.SessionClosed, Seq = last, DueAt = now, CreatedAt = now,
        });
    }
}
