using System.Globalization;
using AuditDashboard.Backups.Files;
using AuditDashboard.Events;

namespace AuditDashboard.Backups.Making;

/// <summary>Puts into the log what happened to its copies: <c>backup.made</c>, <c>backup.downloaded</c>, <c>backup.restore_asked</c>.</summary>
internal sealed partial class NoteBackup(IEventLog log, TimeProvider time, ILogger<NoteBackup> logger)
{
    public static readonly string Made = "backup.made";
    public static readonly string Downloaded = "backup.downloaded";
    public static readonly string RestoreAsked = "backup.restore_asked";

    public Task MadeAsync(BackupManifest backup) => WriteAsync(OwnEvent.Found(Made, $"backup-{backup.Id:N}", null, time, Words(backup, backup.By)), Made);

    public Task DownloadedAsync(BackupManifest backup, string by) => WriteAsync(OwnEvent.Draft(Downloaded, time, Words(backup, by)), Downloaded);

    public Task RestoreAskedAsync(BackupManifest backup, string by) => WriteAsync(OwnEvent.Draft(RestoreAsked, time, Words(backup, by)), RestoreAsked);

    private async Task WriteAsync(EventDraft draft, string type)
    {
        var appended = await log.AppendAsync([draft], CancellationToken.None);
        if (!appended.Succeeded)
        {
            LogUnnoted(type, appended.Refusal.Code);
        }
    }

    private static Dictionary<string, string?> Words(BackupManifest backup, string by) => new()
    {
        ["by"] = by, ["file"] = backup.File, ["size"] = backup.Size.ToString(CultureInfo.InvariantCulture), ["sha256"] = backup.Sha256,
        ["lastSeq"] = backup.LastSeq.ToString(CultureInfo.InvariantCulture),
    };

    [LoggerMessage(EventId = 5103, Level = LogLevel.Error, Message = "{Type} could not be noted in the log: {Reason}")]
    private partial void LogUnnoted(string type, string reason);
}
