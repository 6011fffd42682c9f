using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Files;

/// <summary>Since when there is something to lose.</summary>
internal sealed class BackupAge(IOptions<StorageOptions> options)
{
    /// <summary>When this folder first held data, by the disk's clock; a moment long ago when nobody knows.</summary>
    public DateTimeOffset Since
    {
        get
        {
            try
            {
                using var mark = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(options.Value.PresentMark));
                return mark.RootElement.GetProperty("since").GetDateTimeOffset();
            }
            catch (Exception problem) when (problem is IOException or System.Text.Json.JsonException or KeyNotFoundException or FormatException)
            {
                return DateTimeOffset.UnixEpoch;
            }
        }
    }
}
