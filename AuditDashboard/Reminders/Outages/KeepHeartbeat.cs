using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Outages;

/// <summary>
/// Notes that we are alive. After a gap of more than 150 s, for which Telegram keeps a press (channels.md section 0.3b), clients who were asked there and
/// have not answered are asked once more: their answer may be lost.
/// </summary>
internal sealed partial class KeepHeartbeat(
    IDbContextFactory<AuditDbContext> databases, ITransactions transactions, ReminderRules rules, TimeProvider time, ILogger<KeepHeartbeat> logger)
{
    public static readonly TimeSpan Often = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(150);
    private const string Name = "application";

    public async Task HandleAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<HeartbeatRow>().AsNoTracking().SingleOrDefaultAsync(known => known.Name == Name, cancel) ?? new HeartbeatRow { Name = Name, At = now };
        List<(ReminderRow Asked, AppointmentRow Appointment)> unanswered = [];
        if (now - row.At > Kept)
        {
            (row.DownFrom, row.DownTo) = (row.At, now);
            unanswered = await UnansweredAsync(db, now, cancel);
            LogOutage((long)(now - row.At).TotalSeconds, unanswered.Count);
        }

        row.At = now;
        await transactions.RunAsync(store => Write(store, row, unanswered, now), cancel);
    }

    /// <summary>The last question of each visit that is still to come and of use to ask about.</summary>
    private static async Task<List<(ReminderRow, AppointmentRow)>> UnansweredAsync(AuditDbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var useful = now + ReminderPlan.LeastUseful;
        var open = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.StartAt > useful && row.Plan == "created" && row.Fact == null && row.AnsweredAt == null && !row.IsSilent).ToListAsync(cancel);
        List<(ReminderRow, AppointmentRow)> found = [];
        foreach (var some in open.Chunk(500))
        {
            var keys = some.Select(row => row.Key).ToList();
            var asked = await db.Set<ReminderRow>().AsNoTracking()
                .Where(row => keys.Contains(row.AppointmentKey) && row.Channel == "telegram" && row.Asks && (row.State == "sent" || row.State == "delivered")).ToListAsync(cancel);
            var last = asked.GroupBy(row => row.AppointmentKey).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.SentAt)!);
            found.AddRange(some.Where(row => last.TryGetValue(row.Key, out var question) && question.Version == row.Version && !question.Rule.Contains('-', StringComparison.Ordinal))
                .Select(row => (last[row.Key], row)));
        }

        return found;
    }

    private void Write(WriteConnection store, HeartbeatRow row, List<(ReminderRow Asked, AppointmentRow Appointment)> unanswered, DateTimeOffset now)
    {
        store.Table<HeartbeatRow>().Upsert(row);
        foreach (var (asked, appointment) in unanswered)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(appointment.Zone);
            var wall = WallClock.Of(now, zone);
            var due = rules.Quiet.Include(wall) ? WallClock.MomentOf(rules.Quiet.EndAfter(wall), zone) : now;
            if (appointment.StartAt - due >= ReminderPlan.LeastUseful)
            {
                // Asked once: a question that was repeated is the last one, and none of those is repeated.
                store.Table<ReminderRow>().Upsert(new ReminderRow
                {
                    AppointmentKey = asked.AppointmentKey, Version = asked.Version, Rule = asked.Rule + ReminderAgain.Suffix, DueAt = due, NextAt = due,
                });
            }
        }
    }

    [LoggerMessage(EventId = 4030, Level = LogLevel.Warning, Message = "The application was down for {Seconds} s; {Count} clients are asked again")]
    private partial void LogOutage(long seconds, int count);
}
