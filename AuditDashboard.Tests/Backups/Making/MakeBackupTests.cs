using System.Text;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Events;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Backups.Making;

public sealed class MakeBackupTests
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_verified_listed_noted_and_leaves_nothing_else()
    {
        await using var host = await BackupHost.StartAsync();
        await host.TellAsync(500);

        var backup = await host.MakeAsync();

        Assert.True(backup.IsVerified);
        Assert.Equal((500, 500), (backup.Events, backup.LastSeq));
        Assert.Equal([Path.ChangeExtension(backup.File, ".json"), backup.File], Directory.GetFileSystemEntries(host.Backups).Select(path => Path.GetFileName(path)!).Order().Reverse().OrderByDescending(name => name.EndsWith("json", StringComparison.Ordinal)));
        var noted = Assert.Single(await host.Get<IEventReader>().ListAsync(new EventFilter(Type: "backup.made"), Cancel));
        Assert.Equal(backup.Sha256, noted.Content!.DataText("sha256"));
    }

    [Fact]
    public async Task Nothing_of_a_client_can_be_read_in_the_file_and_only_the_owner_of_the_process_may_try()
    {
        await using var host = await BackupHost.StartAsync();
        await host.TellAsync(50, text: "КАНАРЕЙКА-42");

        var backup = await host.MakeAsync();

        Assert.Equal(-1, (await File.ReadAllBytesAsync(host.PathOf(backup), Cancel)).AsSpan().IndexOf(Encoding.UTF8.GetBytes("КАНАРЕЙКА")));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(host.PathOf(backup), Cancel)).AsSpan().IndexOf("SQLite format"u8));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(Owners, File.GetUnixFileMode(host.PathOf(backup)));
            Assert.Equal(Owners, File.GetUnixFileMode(Path.Combine(host.Folder, "keys", "backup.key")));
        }
    }

    [Fact]
    public async Task On_a_disk_that_is_almost_full_none_is_begun()
    {
        await using var host = await BackupHost.StartAsync();
        host.Free = 500 * 1024 * 1024;

        var refusal = await host.Get<CarryOut>().HandleAsync(new BackupOrder(Guid.CreateVersion7(), "u-1"), Cancel);

        Assert.Equal("disk.low", refusal?.Code);
        Assert.Empty(Directory.GetFileSystemEntries(host.Backups));
        Assert.Equal("disk.low", host.Get<BackupWork>().Failure?.Refusal.Code);
    }

    [Fact]
    public async Task A_damaged_database_gets_no_backup_that_calls_itself_verified()
    {
        await using var host = await BackupHost.StartAsync();
        await host.TellAsync(2000);
        var good = await host.MakeAsync();
        await DamageAsync(host);

        var refusal = await host.Get<CarryOut>().HandleAsync(new BackupOrder(Guid.CreateVersion7(), "u-1"), Cancel);

        Assert.NotNull(refusal);
        Assert.Equal(good, Assert.Single(host.Get<BackupShelf>().Present()));
    }

    [Fact]
    public async Task What_a_killed_process_left_half_made_is_cleared_away()
    {
        var folder = BackupHost.NewFolder();
        var work = Directory.CreateDirectory(Path.Combine(folder, "backups", "work")).FullName;
        await File.WriteAllTextAsync(Path.Combine(work, "audit.db"), "half", Cancel);
        await using (var host = await BackupHost.StartAsync(folder))
        {
            Assert.StartsWith(host.Backups, work, StringComparison.Ordinal);
            Assert.Empty(host.Get<BackupShelf>().Present());

            await host.MakeAsync();

            Assert.False(Directory.Exists(work));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_hour_at_night_that_passed_makes_one_due_once()
    {
        await using var host = await BackupHost.StartAsync();
        await host.Get<MakeDueBackup>().HandleAsync(Cancel);
        Assert.Empty(host.Get<BackupShelf>().Present());

        host.Clock.Advance(TimeSpan.FromHours(14.4)); // 03:24 in Moscow
        await host.Get<MakeDueBackup>().HandleAsync(Cancel);
        Assert.Empty(host.Get<BackupShelf>().Present());

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.Get<MakeDueBackup>().HandleAsync(Cancel);
        await host.Get<MakeDueBackup>().HandleAsync(Cancel);
        Assert.Equal("schedule", Assert.Single(host.Get<BackupShelf>().Present()).By);
    }

    /// <summary>Writes garbage into the middle of the file, past the database's own ways.</summary>
    private static async Task DamageAsync(BackupHost host)
    {
        await using (var connection = new SqliteConnection($"Data Source={host.Database};Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            await using var fold = connection.CreateCommand();
            fold.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await fold.ExecuteNonQueryAsync(Cancel);
        }

        await using var file = new FileStream(host.Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        for (var page = file.Length / 4096 / 3; page < file.Length / 4096; page++)
        {
            file.Position = page * 4096;
            await file.WriteAsync(new byte[] { 0x77, 0x77, 0x77, 0x77, 0x77, 0x77, 0x77, 0x77 }, Cancel);
        }
    }
}
