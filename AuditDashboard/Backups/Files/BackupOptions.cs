using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace AuditDashboard.Backups.Files;

/// <summary>When backups are made and how long they are kept.</summary>
internal sealed class BackupOptions
{
    public const string Section = "Backups";

    /// <summary>Local time of the nightly backup; the drill follows half an hour later.</summary>
    [RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]", ErrorMessage = "Backups:At must be a time of day such as 03:30")]
    public string At { get; set; } = "03:30";

    /// <summary>Days of which the newest backup is kept.</summary>
    [Range(1, 30, ErrorMessage = "Backups:Daily must be 1 to 30")]
    public int Daily { get; set; } = 7;

    /// <summary>Weeks of which the newest backup is kept.</summary>
    [Range(0, 4, ErrorMessage = "Backups:Weekly must be 0 to 4")]
    public int Weekly { get; set; } = 4;

    /// <summary>What the law wants forgotten lives on in backups, so none gets older (standards.md section 5.5), but for the newest.</summary>
    [Range(1, 30, ErrorMessage = "Backups:MostDays must be 1 to 30")]
    public int MostDays { get; set; } = 30;

    /// <summary>Nothing is begun that would leave less than this free (reliability-security.md F5).</summary>
    [Range(0, 1_000_000, ErrorMessage = "Backups:LeastFreeMegabytes must be 0 to 1000000")]
    public int LeastFreeMegabytes { get; set; } = 500;

    /// <summary>The same as a part of the disk; the larger of the two counts.</summary>
    [Range(0, 50, ErrorMessage = "Backups:LeastFreePercent must be 0 to 50")]
    public int LeastFreePercent { get; set; } = 5;

    public TimeOnly TimeOfDay => TimeOnly.ParseExact(At, "HH:mm", CultureInfo.InvariantCulture);
}
