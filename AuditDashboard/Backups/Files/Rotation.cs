using System.Globalization;
using AuditDashboard.Foundation;

namespace AuditDashboard.Backups.Files;

/// <summary>
/// Which backups go: all but the newest of each of the last days and weeks. What is younger than a day stays in any case, the newest sound one
/// stays whatever its age.
/// </summary>
internal static class Rotation
{
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    public static IReadOnlyList<BackupManifest> Superfluous(IReadOnlyList<BackupManifest> present, SalonClock clock, BackupOptions options)
    {
        var oldest = clock.Now.AddDays(-options.MostDays);
        var sound = present.Where(backup => backup.IsVerified).OrderByDescending(backup => backup.CreatedAt).ThenByDescending(backup => backup.Id).ToList();
        var days = sound.DistinctBy(backup => clock.DateOf(backup.CreatedAt)).Take(options.Daily);
        var weeks = sound.DistinctBy(backup => Week(clock.DateOf(backup.CreatedAt))).Take(options.Weekly);
        var kept = days.Concat(weeks).Where(backup => backup.CreatedAt > oldest)
            .Concat(sound.Take(1))
            .Concat(present.Where(backup => backup.CreatedAt > clock.Now - Young || (!backup.IsVerified && backup.CreatedAt > oldest)))
            .Select(backup => backup.File).ToHashSet();
        return [.. present.Where(backup => !kept.Contains(backup.File))];
    }

    private static (int Year, int Week) Week(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        return (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));
    }
}
