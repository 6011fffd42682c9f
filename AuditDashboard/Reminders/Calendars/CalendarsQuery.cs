using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>An address as its page shows it.</summary>
/// <param name="ReadOn">UTC day.</param>
internal sealed record CalendarLine(string Id, string Name, string LastFour, string? Branch, string? Staff, bool ShowsClient, DateTimeOffset? RevokedAt, DateOnly? ReadOn);

/// <summary>All addresses, the live ones first, the newest first; and the masters one can be made for.</summary>
internal sealed class CalendarsQuery(IDbContextFactory<AuditDbContext> databases, SalonClock clock)
{
    private const int Days = 90;

    public async Task<IReadOnlyList<CalendarLine>> RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<CalendarFeedRow>().AsNoTracking().ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.RevokedAt is not null).ThenByDescending(row => row.CreatedAt).Select(row => new CalendarLine(
            row.Id, row.Name, row.LastFour, row.Branch, row.Staff, row.ShowsClient, row.RevokedAt, row.ReadDay is { } day ? DateOnly.FromDayNumber(day) : null))];
    }

    public async Task<IReadOnlyList<string>> StaffAsync(CancellationToken cancel)
    {
        var since = clock.StartOf(clock.Today.AddDays(-Days));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.StartAt >= since && row.Staff != null && row.Staff != "").Select(row => row.Staff!).Distinct().ToListAsync(cancel);
        return [.. names.Order(StringComparer.CurrentCulture)];
    }
}
