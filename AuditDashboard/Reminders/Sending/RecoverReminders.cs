using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Tasks;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Sending;

/// <summary>
/// At the start, before anything is sent: what was <c>sending</c> when the process died is uncertain and never sent again by itself, and what is planned
/// follows the rules, zones and quiet hours of this start.
/// </summary>
internal sealed partial class RecoverReminders(
    IDbContextFactory<AuditDbContext> databases, ITransactions transactions, PlanAgain planning, TimeProvider time, ILogger<RecoverReminders> logger)
{
    public async Task HandleAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await RecoverAsync(db, cancel);
        await planning.HandleAsync(cancel);
    }

    private async Task RecoverAsync(AuditDbContext db, CancellationToken cancel)
    {
        var rows = await db.Set<ReminderRow>().AsNoTracking().Where(row => row.State == ReminderStates.Sending).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return;
        }

        var keys = rows.ConvertAll(row => row.AppointmentKey);
        var appointments = await db.Set<AppointmentRow>().AsNoTracking().Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, cancel);
        await transactions.RunAsync(store => Recover(store, rows, appointments), cancel);
        LogInterrupted(rows.Count);
    }

    private void Recover(WriteConnection store, List<ReminderRow> rows, Dictionary<string, AppointmentRow> appointments)
    {
        var tasks = new TaskBook(store);
        foreach (var row in rows)
        {
            (row.State, row.Code) = (ReminderStates.Uncertain, ReminderCodes.Interrupted);
            store.Table<ReminderRow>().Upsert(row);
            if (appointments.TryGetValue(row.AppointmentKey, out var appointment))
            {
                tasks.HandOver("check", ReminderCodes.Interrupted, appointment, time.GetUtcNow());
            }
        }
    }

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "{Count} reminders were being sent when the application stopped: whether they arrived is not known, staff has been told")]
    private partial void LogInterrupted(int count);
}
