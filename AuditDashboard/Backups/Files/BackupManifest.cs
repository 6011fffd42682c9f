using System.Globalization;

namespace AuditDashboard.Backups.Files;

/// <summary>
/// What stands beside a backup, in the open: names, numbers and hashes, nothing of a client. Kept in a file and not in a table, because a list
/// inside the database would go back in time with it.
/// </summary>
/// <param name="File">Name of the sealed file.</param>
/// <param name="CreatedAt">The moment whose state it holds, UTC.</param>
/// <param name="By">Id of a person, <c>key:&lt;id&gt;</c> or <c>schedule</c>.</param>
/// <param name="Size">Bytes of the sealed file; <paramref name="Sha256"/> of the same, hex.</param>
/// <param name="KeyId">Which key opens it, hex.</param>
/// <param name="Events">In the log; <paramref name="LastSeq"/> is the last one's number.</param>
/// <param name="Migration">The schema it has.</param>
internal sealed record BackupManifest(
    Guid Id, string File, DateTimeOffset CreatedAt, string By, long Size, string Sha256, string KeyId, long Events, long LastSeq, string Migration)
{
    public static readonly string Extension = ".backup";

    /// <summary>When it was last read back whole; null = never.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>missing | size | sha256 | key | content: why it is worth nothing any more; null = sound.</summary>
    public string? Problem { get; init; }

    /// <summary>When the copy elsewhere was whole.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gone here; still to be taken away elsewhere.</summary>
    public bool IsRemoved { get; init; }

    public bool IsVerified => VerifiedAt is not null && Problem is null && !IsRemoved;

    public static string NameOf(Guid id, DateTimeOffset createdAt) =>
        $"audit-{createdAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{id.ToString("N")[^8..]}{Extension}";
}
