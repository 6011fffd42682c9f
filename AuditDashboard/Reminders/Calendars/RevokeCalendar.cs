using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>Ends an address for good: the next reading of it finds nothing.</summary>
internal sealed class RevokeCalendar(IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>gone</c>. One that is revoked already stays as it was.</summary>
    public async Task<Refusal?> HandleAsync(string feedId, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<CalendarFeedRow>().SingleOrDefaultAsync(row => row.Id == feedId, cancel) is not { } feed)
        {
            return new Refusal("gone");
        }

        if (feed.RevokedAt is null)
        {
            feed.RevokedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancel);
            await journal.WriteAsync("calendar.revoked", feedId, null, cancel);
        }

        return null;
    }
}
