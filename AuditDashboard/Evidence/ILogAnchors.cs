namespace AuditDashboard.Evidence;

/// <summary>What is handed to others so that a log rewritten later is found out (standards.md section 5.3): the more hands, the better.</summary>
public interface ILogAnchors
{
    /// <summary>A signed checkpoint over every event acknowledged so far, byte for byte, kept for ever; null while the log does not fit its checkpoints.</summary>
    Task<string?> NewestAsync(CancellationToken cancel);

    /// <summary>The newest checkpoints that are kept for ever (of each day, and of each time evidence was handed out), the newest first.</summary>
    Task<IReadOnlyList<Kept>> KeptAsync(int most, CancellationToken cancel);

    /// <param name="Origin">Name of the log, as in the note's first line.</param>
    /// <param name="Size">Leaves it covers.</param>
    /// <param name="Note">The signed note, byte for byte.</param>
    sealed record Kept(string Origin, long Size, string Note);
}
