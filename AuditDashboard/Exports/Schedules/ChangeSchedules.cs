using AuditDashboard.Access;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Exports.Schedules;

/// <summary>Sets schedules up and takes them down. Only an owner: a file that makes itself asks nobody again whether they may still see it.</summary>
internal sealed class ChangeSchedules(
    IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, IAccessJournal journal, SalonClock clock, TimeProvider time, Pulse<ExportsChanged> changed)
{
    public const int Most = 20;

    public async Task<IReadOnlyList<ScheduleRow>> ListAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ScheduleRow>().AsNoTracking().OrderBy(row => row.NextAt).ToListAsync(cancel);
    }

    /// <summary>Refusals: <c>forbidden</c>, <c>schedule.many</c>.</summary>
    public async Task<Outcome<Guid>> AddAsync(ExportOrder order, DayOfWeek? weekday, int hour, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner)
        {
            return new Refusal("forbidden");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<ScheduleRow>().CountAsync(cancel) >= Most)
        {
            return new Refusal("schedule.many", Most);
        }

        var now = time.GetUtcNow();
        var row = new ScheduleRow
        {
            Id = Guid.CreateVersion7(now), By = viewer.UserId, ByName = viewer.Name, What = order.What, Format = order.Format.Format, Dialect = order.Format.Dialect, Channel = order.Filter.Channel,
            Branch = order.Filter.Branch, MasksPhones = order.Filter.MasksPhones, Weekday = weekday, Hour = Math.Clamp(hour, 0, 23),
            NextAt = ScheduleTimes.Next(clock, weekday, Math.Clamp(hour, 0, 23), now),
        };
        await journal.WriteAsync("export.scheduled", row.Id.ToString("N"), order.What, cancel);
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        changed.Send(new ExportsChanged());
        return row.Id;
    }

    /// <summary>Refusal: <c>forbidden</c>. The files it made stay.</summary>
    public async Task<Refusal?> RemoveAsync(Guid id, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        await journal.WriteAsync("export.unscheduled", id.ToString("N"), null, cancel);
        db.RemoveRange(await db.Set<ScheduleRow>().Where(row => row.Id == id).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        changed.Send(new ExportsChanged());
        return null;
    }
}
