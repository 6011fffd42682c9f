namespace AuditDashboard.Ingestion;

/// <summary>The way into the log for everything that comes from outside.</summary>
public interface IIngest
{
    /// <summary>
    /// Judges, stores and answers an event at a time; one bad event never sinks the others. What was refused or conflicts lies in quarantine when
    /// this returns; what was accepted is on disk.
    /// </summary>
    ValueTask<IngestReceipt> TakeAsync(Sender sender, IReadOnlyList<OfferedEvent> offered, CancellationToken cancel);

    /// <summary>
    /// For who stands between two others and must not hold them up: waits five seconds at most and never throws. What the log does not take now is
    /// copied, and offered again every two seconds until it is stored or the process ends; at most 32 MiB, beyond which it is lost and logged so.
    /// </summary>
    /// <returns>True when everything is on disk (or in quarantine).</returns>
    ValueTask<bool> TakeOrOweAsync(Sender sender, IReadOnlyList<OfferedEvent> offered);
}
