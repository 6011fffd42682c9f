using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Board;

/// <summary>The figures in the head of the page, of visits that began in the last 30 days.</summary>
internal sealed class BoardFiguresQuery(IDbContextFactory<AuditDbContext> databases, SalonClock clock)
{
    private const int Days = 30;
    private static readonly TimeSpan Useful = TimeSpan.FromHours(2);

    public async Task<BoardFigures> RunAsync(string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel)
    {
        var (from, now) = (clock.StartOf(clock.Today.AddDays(-Days)), clock.Now.ToUniversalTime());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.StartAt >= from && row.StartAt < now && (branch == null || row.Branch == branch) && (branches == null || (row.Branch != null && branches.Contains(row.Branch))))
            .Select(row => new { row.Key, row.Plan, row.Fact, row.StartAt, row.AnsweredAt }).ToListAsync(cancel);
        var (came, stayed) = (rows.Count(row => row.Fact == "attended"), rows.Count(row => row.Fact == "no_show"));
        var (standing, confirmed) = (rows.Count(row => row.Plan != "cancelled"), rows.Count(row => row.Plan == "confirmed"));
        var given = rows.Where(row => row.Plan == "declined" && row.AnsweredAt is { } answered && row.StartAt - answered >= Useful).ToDictionary(row => row.Key, row => row.AnsweredAt!.Value);
        var saved = 0;
        foreach (var some in given.Keys.Chunk(500))
        {
            var sent = await db.Set<ReminderRow>().AsNoTracking().Where(row => some.Contains(row.AppointmentKey) && row.SentAt != null).Select(row => new { row.AppointmentKey, row.SentAt }).ToListAsync(cancel);
            saved += sent.Where(row => row.SentAt < given[row.AppointmentKey]).Select(row => row.AppointmentKey).Distinct().Count();
        }

        return new BoardFigures(came + stayed == 0 ? null : (double)stayed / (came + stayed), standing == 0 ? null : (double)confirmed / standing, saved);
    }
}
