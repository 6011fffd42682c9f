namespace AuditDashboard.Evidence;

/// <summary>What is handed to others so that a log rewritten later is found out (standards.md section 5.3): the more hands, the better.</summary>
public interface ILogAnchors
{
    /// <summary>A signed checkpoint over every event acknowledged so far, byte for byte, kept for ever; null while the log does not fit its checkpoints.</summary>
    Task<string?> NewestAsync(CancellationToken cancel);
}
