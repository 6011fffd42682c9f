using AuditDashboard.Foundation;

namespace AuditDashboard.Backups.Page;

/// <summary>The page of backups.</summary>
/// <param name="Drill">The last restore drill; null = none yet.</param>
/// <param name="NextAt">When the next backup is due, UTC.</param>
/// <param name="Percent">Of what is being made or unpacked; null = nothing is.</param>
/// <param name="IsRestoring">What is being done ends in a restart.</param>
/// <param name="Failure">Why the last one came to nothing, since one that went well.</param>
/// <param name="Elsewhere">off | sent | waiting | failed</param>
/// <param name="KeyPath">Where the key lies on the server.</param>
internal sealed record BackupsShown(
    IReadOnlyList<ShownBackup> Backups, ShownDrill? Drill, DateTimeOffset NextAt, int? Percent, bool IsRestoring, Refusal? Failure, string Elsewhere, string? ElsewhereFailure, string KeyPath)
{
    public ShownBackup? Newest => Backups.FirstOrDefault(backup => backup.IsVerified);
}

/// <summary>A backup as the list shows it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Problem">missing | size | sha256 | key | content; null = sound.</param>
public sealed record ShownBackup(string File, DateTimeOffset CreatedAt, long Size, long Events, string Sha256, bool IsVerified, bool IsNightly, bool IsElsewhere, string? Problem);

/// <param name="Problem">Null when the backup was restored.</param>
internal sealed record ShownDrill(DateTimeOffset At, TimeSpan Took, string? Problem);
