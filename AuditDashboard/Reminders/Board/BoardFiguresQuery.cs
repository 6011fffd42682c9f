using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Board;

/// <summary>The figures in the head of the page, of visits in the last 30 days: K3 and K4 as the start page has them, and the visits that reminders saved.</summary>
internal sealed class BoardFiguresQuery(IDbContextFactory<AuditDbContext> databases, IKpiReports reports, SalonClock clock)
{
    private const int Days = 30;
    private static readonly TimeSpan Useful = TimeSpan.FromHours(2);

    public async Task<BoardFigures> RunAsync(string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel)
    {
        var tomorrow = clock.Today.AddDays(1);
        var report = await reports.RunAsync(new KpiFilter(tomorrow.AddDays(-Days), tomorrow, branch, Branches: branches), cancel);
        return new BoardFigures(report.NoShow.Share.Value, report.Confirmation.Share.Value, await SavedAsync(branch, branches, cancel));
    }

    /// <summary>Visits that the client gave back after a reminder, at least two hours ahead: the hour could be sold again.</summary>
    private async Task<int> SavedAsync(string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel)
    {
        var (from, now) = (clock.StartOf(clock.Today.AddDays(1 - Days)), clock.Now.ToUniversalTime());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.StartAt >= from && row.StartAt < now && (branch == null || row.Branch == branch) && (branches == null || (row.Branch != null && branches.Contains(row.Branch))))
            .Where(row => row.Plan == "declined" && row.AnsweredAt != null).Select(row => new { row.Key, row.StartAt, row.AnsweredAt }).ToListAsync(cancel);
        var given = rows.Where(row => row.StartAt - row.AnsweredAt >= Useful).ToDictionary(row => row.Key, row => row.AnsweredAt!.Value);
        var saved = 0;
        foreach (var some in given.Keys.Chunk(500))
        {
            var sent = await db.Set<ReminderRow>().AsNoTracking().Where(row => some.Contains(row.AppointmentKey) && row.SentAt != null).Select(row => new { row.AppointmentKey, row.SentAt }).ToListAsync(cancel);
            saved += sent.Where(row => row.SentAt < given[row.AppointmentKey]).Select(row => row.AppointmentKey).Distinct().Count();
        }

        return saved;
    }
}
