using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Planning;

/// <summary>Brings what is planned about visits to come in step with the rules, zones and quiet hours of now.</summary>
internal sealed class PlanAgain(IDbContextFactory<AuditDbContext> databases, ITransactions transactions, SalonZones zones, ReminderRules rules, TimeProvider time)
{
    private const int AtOnce = 500;

    public async Task HandleAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.StartAt > now && row.Fact == null && !row.IsSilent).Select(row => row.Key).ToListAsync(cancel);
        foreach (var some in open.Chunk(AtOnce))
        {
            await transactions.RunAsync(store => Plan(store, some, now), cancel);
        }
    }

    private void Plan(WriteConnection store, string[] keys, DateTimeOffset now)
    {
        var (appointments, plans, byKey) = (new AppointmentBook(store, zones), new PlanBook(store, rules), store.Table<AppointmentRow>().Search([nameof(AppointmentRow.Key)]));
        foreach (var row in keys.Select(key => byKey.First(key)).OfType<AppointmentRow>())
        {
            appointments.Move(row);
            plans.Follow(row, now);
        }
    }
}
