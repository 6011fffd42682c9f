using AuditDashboard.Access;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>Writes down once a day that an address was read: calendars ask every quarter of an hour, and a journal of that would hide everything else.</summary>
internal sealed class NoteReading(IDbContextFactory<AuditDbContext> databases, IAccessJournal journal, TimeProvider time)
{
    public async Task HandleAsync(CalendarFeedRow feed, HttpContext context, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber;
        if (feed.ReadDay == today)
        {
            return;
        }

        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            await db.Set<CalendarFeedRow>().Where(row => row.Id == feed.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadDay, today), cancel);
        }

        // The journal writes down who calls, and an address is a key.
        context.Features.Set(new CallingBot($"calendar:{feed.Id}", "", feed.Branch, new HashSet<string>()));
        await journal.WriteAsync("calendar.read", feed.Id, null, cancel);
    }
}
