using Microsoft.Extensions.Localization;

namespace AuditDashboard.Backups.Page;

/// <summary>Sizes and durations in the viewer's words.</summary>
internal static class BackupWords
{
    /// <summary><c>1,4 МБ</c>.</summary>
    public static string Size(IStringLocalizer<BackupsText> text, long bytes) => bytes switch
    {
        < 1024 * 1024 => text["Kilobytes", Ui.Formats.Number(Math.Max(0.1, bytes / 1024d), 1)],
        < 1024L * 1024 * 1024 => text["Megabytes", Ui.Formats.Number(bytes / (1024d * 1024), 1)],
        _ => text["Gigabytes", Ui.Formats.Number(bytes / (1024d * 1024 * 1024), 1)],
    };

    /// <summary>Minutes from one on, seconds with a decimal below.</summary>
    public static string Duration(TimeSpan span) =>
        span < TimeSpan.FromMinutes(1) ? Ui.Formats.Seconds((long)span.TotalMilliseconds) : Ui.Formats.Duration(span);
}
