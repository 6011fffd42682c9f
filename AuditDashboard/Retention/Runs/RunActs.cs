using AuditDashboard.Access;
using AuditDashboard.Retention.Rules;

namespace AuditDashboard.Retention.Runs;

/// <summary>Runs as a person on a page asks for them.</summary>
internal sealed partial class RunActs(PreviewRetention preview, RunRetention retention, IAccessJournal journal, ILogger<RunActs> logger)
{
    public PreviewRetention Preview => preview;

    public IAccessJournal Journal => journal;

    /// <summary>Goes on by itself: the page shows the run's row.</summary>
    public void Begin(RetentionDays days, string by) => _ = RunAsync(days, by);

    private async Task RunAsync(RetentionDays days, string by)
    {
        try
        {
            await retention.HandleAsync(days, by, null, CancellationToken.None);
        }
        catch (Exception problem)
        {
            LogFailed(problem);
        }
    }

    [LoggerMessage(EventId = 5002, Level = LogLevel.Error, Message = "A retention run somebody asked for stopped; the next start or night goes on with it")]
    private partial void LogFailed(Exception problem);
}
