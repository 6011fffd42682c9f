using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups.Files;

/// <summary>How much room a disk has.</summary>
internal interface IDiskSpace
{
    /// <returns>Bytes.</returns>
    (long Free, long Total) Of(string folder);
}

internal sealed class DiskSpace : IDiskSpace
{
    public (long Free, long Total) Of(string folder)
    {
        var drive = new DriveInfo(folder);
        return (drive.AvailableFreeSpace, drive.TotalSize);
    }
}

/// <summary>Whether a backup may be begun: the log needs the room more (reliability-security.md F5).</summary>
internal sealed class RoomForBackups(IDiskSpace disk, BackupShelf shelf, IOptions<BackupOptions> options)
{
    /// <param name="needed">Bytes that will be written.</param>
    /// <returns>Refusal <c>disk.low</c>: megabytes free, megabytes wanted.</returns>
    public Refusal? Refuses(long needed)
    {
        var (free, total) = disk.Of(shelf.Folder);
        var rest = Math.Max(options.Value.LeastFreeMegabytes * 1024L * 1024, total / 100 * options.Value.LeastFreePercent);
        return free - needed < rest ? new Refusal("disk.low", Megabytes(free), Megabytes(rest + needed)) : null;
    }

    private static long Megabytes(long bytes) => bytes / (1024 * 1024);
}
