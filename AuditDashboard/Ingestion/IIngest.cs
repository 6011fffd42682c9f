namespace AuditDashboard.Ingestion;

/// <summary>The way into the log for everything that comes from outside.</summary>
public interface IIngest
{
    /// <summary>
    /// Judges, stores and answers an event at a time; one bad event never sinks the others. What was refused or conflicts lies in quarantine when
    /// this returns; what was accepted is on disk.
    /// </summary>
    ValueTask<IngestReceipt> TakeAsync(Sender sender, IReadOnlyList<OfferedEvent> offered, CancellationToken cancel);
}
