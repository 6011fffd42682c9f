using System.Text.Json;
using AuditDashboard.Backups.Files;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Backups.Drill;

/// <summary>What the last restore drill found.</summary>
/// <param name="At">UTC.</param>
/// <param name="File">The backup that was restored; null when there was none.</param>
/// <param name="Milliseconds">From the sealed file to a database that was looked through.</param>
/// <param name="Problem">Null when it was restored.</param>
internal sealed record DrillResult(DateTimeOffset At, string? File, long Milliseconds, string? Problem);

/// <summary>Keeps it in a file beside the backups.</summary>
internal sealed class DrillRecord(BackupShelf shelf, Pulse<BackupsChanged> changed)
{
    private string File => Path.Combine(shelf.Folder, "drill.json");

    public DrillResult? Last
    {
        get
        {
            try
            {
                return JsonSerializer.Deserialize<DrillResult>(System.IO.File.ReadAllBytes(File), JsonSerializerOptions.Web);
            }
            catch (Exception problem) when (problem is IOException or JsonException)
            {
                return null;
            }
        }
    }

    public void Keep(DrillResult result)
    {
        DurableFiles.Write(File, JsonSerializer.SerializeToUtf8Bytes(result, JsonSerializerOptions.Web));
        changed.Send(new BackupsChanged());
    }
}
