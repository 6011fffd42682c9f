using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Jobs.Runs;

/// <summary>Writes down a run, and forgets the oldest of the same job: a sweep runs every minute.</summary>
internal sealed partial class KeepRun(IDbContextFactory<AuditDbContext> databases, WriteGate gate, ILogger<KeepRun> logger)
{
    private const int Kept = 500;

    public async Task HandleAsync(string job, DateTimeOffset startedAt, DateTimeOffset endedAt, string result, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            db.Add(new JobRunRow { Job = job, StartedAt = startedAt, EndedAt = endedAt, Result = result });
            await db.SaveChangesAsync(cancel);
            using var pass = await gate.EnterAsync(cancel);
            var oldest = db.Set<JobRunRow>().Where(row => row.Job == job).OrderByDescending(row => row.Id).Skip(Kept).Select(row => row.Id);
            await db.Set<JobRunRow>().Where(row => oldest.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogLost(problem, job, result);
        }
    }

    [LoggerMessage(EventId = 5500, Level = LogLevel.Warning, Message = "A run of {Job} ({Result}) could not be written down")]
    private partial void LogLost(Exception problem, string job, string result);
}
