using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Tasks;

/// <summary>Says that a task is done, at once, so that nobody calls a second time; or takes that back.</summary>
internal sealed class CompleteTask(
    IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, IAccessJournal journal, Pulse<AppointmentsChanged> changed, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>gone</c>. One that is as wanted already stays as it was.</summary>
    public async Task<Refusal?> HandleAsync(string taskId, bool isDone, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (viewer.Role == "auditor")
        {
            return new Refusal("forbidden");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<StaffTaskRow>().SingleOrDefaultAsync(row => row.Id == taskId, cancel) is not { } task || !viewer.MaySee(task.Branch))
        {
            return new Refusal("gone");
        }

        if (task.DoneAt is not null != isDone)
        {
            (task.DoneAt, task.DoneBy) = (isDone ? time.GetUtcNow() : null, isDone ? viewer.UserId : null);
            await db.SaveChangesAsync(cancel);
            await journal.WriteAsync(isDone ? "task.done" : "task.reopened", taskId, null, cancel);
            changed.Send(new AppointmentsChanged());
        }

        return null;
    }
}
