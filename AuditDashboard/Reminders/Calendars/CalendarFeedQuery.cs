using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>Reads what an address shows: visits from 30 days ago to 180 ahead; those that are off stay for 30 days, so that calendars drop them.</summary>
internal sealed class CalendarFeedQuery(
    IDbContextFactory<AuditDbContext> databases, BookingsQuery bookings, ClientWords words, ISettings settings, SalonClock clock, IConfiguration configuration)
{
    private const int Most = 5000;
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    public async Task<CalendarFeedRow?> FindAsync(string token, CancellationToken cancel)
    {
        if (token.Length != CalendarToken.Length)
        {
            return null;
        }

        var hash = CalendarToken.HashOf(token);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<CalendarFeedRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.RevokedAt == null, cancel);
    }

    public async Task<CalendarFeed> RunAsync(CalendarFeedRow feed, CancellationToken cancel)
    {
        var (from, to) = (clock.StartOf(clock.Today.AddDays(-30)), clock.StartOf(clock.Today.AddDays(181)));
        var views = await bookings.RunAsync(new BookingsFilter(from, to, feed.Branch) { Staff = feed.Staff }, 0, Most, cancel);
        var changes = await ChangesAsync([.. views.Select(view => view.Booking.BookingId).Distinct()], cancel);
        var visits = views.Select(view => VisitOf(view, feed, changes[view.Booking.BookingId]))
            .Where(visit => visit.Plan is not ("declined" or "cancelled") || visit.ChangedAt >= from);
        string[] parts = [settings.Salon.Name, feed.Branch is { } branch ? settings.Salon.NameOf(branch) : "", feed.Staff ?? ""];
        return new CalendarFeed(string.Join(" · ", parts.Where(part => part.Length > 0)), Origin(), [.. visits]);
    }

    private CalendarVisit VisitOf(BookingView view, CalendarFeedRow feed, (int Count, DateTimeOffset Last) changes)
    {
        var row = view.Booking;
        var client = feed.ShowsClient ? view.ClientName : view.ClientName?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        string?[] title = [row.Service ?? words.Of("NothingNamed"), client];
        string?[] notes = [row.Staff, words.Of($"State_{row.Fact ?? row.Plan}"), feed.ShowsClient ? view.ClientPhone : null];
        return new CalendarVisit(
            row.Key, row.Plan, row.StartAt, row.EndAt is { } end && end > row.StartAt ? end : row.StartAt + Usual, changes.Last, changes.Count - 1,
            string.Join(" — ", title.Where(part => !string.IsNullOrEmpty(part))), row.Branch is { } branch ? settings.Salon.NameOf(branch) : null, [.. notes.OfType<string>().Where(note => note.Length > 0)]);
    }

    private async Task<Dictionary<string, (int Count, DateTimeOffset Last)>> ChangesAsync(IReadOnlyList<string> bookingIds, CancellationToken cancel)
    {
        var changes = new Dictionary<string, (int, DateTimeOffset)>(StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var some in bookingIds.Chunk(500))
        {
            var deeds = await db.Set<AppointmentDeedRow>().AsNoTracking().Where(row => some.Contains(row.BookingId)).Select(row => new { row.BookingId, row.At }).ToListAsync(cancel);
            foreach (var of in deeds.GroupBy(deed => deed.BookingId))
            {
                changes[of.Key] = (of.Count(), of.Max(deed => deed.At));
            }
        }

        return changes;
    }

    private string Origin() => Uri.TryCreate(configuration["PublicBaseUrl"], UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.IdnHost : "auditdashboard.invalid";
}
