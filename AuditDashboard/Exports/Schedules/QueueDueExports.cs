using AuditDashboard.Exports.Files;
using AuditDashboard.Exports.Formats;
using AuditDashboard.Exports.Writing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Exports.Schedules;

/// <summary>
/// Puts the files that are due into the queue; the due date moves on in the same commit, so that a repeat finds nothing. What was missed while
/// nothing ran is made up for, a week of it at most.
/// </summary>
internal sealed class QueueDueExports(
    IDbContextFactory<AuditDbContext> databases, ExportProgress progress, SalonClock clock, IOptions<ExportOptions> options, TimeProvider time, Pulse<ExportsChanged> changed)
{
    private static readonly TimeSpan MadeUpFor = TimeSpan.FromDays(7);

    public async Task HandleAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var due = await db.Set<ScheduleRow>().Where(row => row.NextAt <= now).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return;
        }

        foreach (var schedule in due)
        {
            db.AddRange(FilesOf(schedule, now));
        }

        await db.SaveChangesAsync(cancel);
        progress.Wake();
        changed.Send(new ExportsChanged());
    }

    private List<ExportFileRow> FilesOf(ScheduleRow schedule, DateTimeOffset now)
    {
        List<ExportFileRow> files = [];
        for (; schedule.NextAt <= now; schedule.NextAt = ScheduleTimes.Next(clock, schedule.Weekday, schedule.Hour, schedule.NextAt))
        {
            schedule.LastAt = schedule.NextAt;
            if (now - schedule.NextAt <= MadeUpFor)
            {
                files.Add(FileOf(schedule, now));
            }
        }

        return files;
    }

    private ExportFileRow FileOf(ScheduleRow schedule, DateTimeOffset now)
    {
        var (from, to) = ScheduleTimes.Period(clock, schedule.Weekday, schedule.NextAt);
        var filter = new ExportFilter(from, to, schedule.Channel, schedule.Branch, MasksPhones: schedule.MasksPhones);
        var order = new ExportOrder(schedule.What, new ExportFormat(schedule.Format, schedule.Dialect), filter);
        var file = ExportFileRow.For(Guid.CreateVersion7(now), order, schedule.By, schedule.ByName, now, TimeSpan.FromDays(options.Value.ScheduledKeptDays));
        file.ScheduleId = schedule.Id;
        return file;
    }
}
