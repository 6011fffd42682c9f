namespace AuditDashboard.Storage;

/// <summary>What a table owner does once at the first start on a database that came from a backup, before anything is served.</summary>
public interface IAfterRestore
{
    /// <summary>Runs in the order of this number.</summary>
    int Order { get; }

    Task RunAsync(CancellationToken cancel);
}
