using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Tasks;

/// <summary>Something for a person to do, with the booking it is about.</summary>
internal sealed record OpenTask(StaffTaskRow Task, BookingView View);

/// <summary>What waits for staff, the most urgent first. What has settled itself (the client answered, the visit moved or is off) waits for nobody.</summary>
internal sealed class OpenTasksQuery(IDbContextFactory<AuditDbContext> databases, BookingsQuery bookings, TimeProvider time)
{
    private const int Most = 300;

    /// <param name="branches">Only these; null = all.</param>
    public async Task<IReadOnlyList<OpenTask>> RunAsync(string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<StaffTaskRow>().AsNoTracking()
            .Where(row => row.DoneAt == null && row.Until > now && (branch == null || row.Branch == branch) && (branches == null || (row.Branch != null && branches.Contains(row.Branch))))
            .OrderBy(row => row.Until).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var views = (await bookings.ListAsync([.. rows.Select(row => row.AppointmentKey).Distinct()], cancel)).ToDictionary(view => view.Booking.Key);
        return [.. rows.Where(row => views.TryGetValue(row.AppointmentKey, out var view) && IsNeeded(row, view.Booking)).Select(row => new OpenTask(row, views[row.AppointmentKey]))];
    }

    private static bool IsNeeded(StaffTaskRow task, AppointmentRow booking) =>
        booking.IsOpen && booking.Version == task.Version && (task.Kind == "move" ? booking.WantsMove : booking.Plan != "confirmed");
}
