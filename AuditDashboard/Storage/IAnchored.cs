namespace AuditDashboard.Storage;

/// <summary>An append-only table outside the log, whose owner lets the log remember a digest of it: what was anchored cannot be changed unnoticed.</summary>
public interface IAnchored
{
    /// <summary>The key of the last line before the moment; 0 when there is none.</summary>
    Task<long> LastBeforeAsync(DateTimeOffset moment, CancellationToken cancel);

    /// <summary>SHA-256 over the lines after <paramref name="after"/>, up to and including <paramref name="upTo"/>, in order; 64 hex digits.</summary>
    Task<string> DigestAsync(long after, long upTo, CancellationToken cancel);

    /// <summary>The same as it was before the table had all its columns: the log keeps such digests for ever.</summary>
    Task<string> OldDigestAsync(long after, long upTo, CancellationToken cancel) => DigestAsync(after, upTo, cancel);
}
