using System.Collections.Concurrent;

namespace AuditDashboard.Jobs.Runs;

/// <summary>The newest run of each job that found nothing to do. Not on disk: a sweep every five seconds would push everything worth reading out of the table.</summary>
internal sealed class IdleRuns
{
    private readonly ConcurrentDictionary<string, JobState.Run> _newest = [];

    public void Note(string job, DateTimeOffset startedAt, DateTimeOffset endedAt) => _newest[job] = new JobState.Run(startedAt, endedAt, "done");

    /// <summary>The newer of what is written down and what found nothing to do; null where neither is known.</summary>
    public JobState.Run? Newer(string job, JobState.Run? written) =>
        _newest.TryGetValue(job, out var idle) && (written is null || idle.StartedAt > written.StartedAt) ? idle : written;
}
