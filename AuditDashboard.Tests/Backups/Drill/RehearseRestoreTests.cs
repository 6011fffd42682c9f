using AuditDashboard.Backups.Drill;
using AuditDashboard.Backups.Files;

namespace AuditDashboard.Tests.Backups.Drill;

public sealed class RehearseRestoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_backup_is_really_restored_and_the_date_is_kept()
    {
        await using var host = await BackupHost.StartAsync();
        await host.TellAsync(100);
        var backup = await host.MakeAsync();
        host.Clock.Advance(TimeSpan.FromHours(18)); // 07:00 in Moscow

        await host.Get<RehearseDueRestore>().HandleAsync(Cancel);

        var last = host.Get<DrillRecord>().Last;
        Assert.Equal((backup.File, null, host.Clock.GetUtcNow()), (last?.File, last?.Problem, last?.At));
        Assert.Equal(host.Clock.GetUtcNow(), host.Get<BackupShelf>().Find(backup.File)?.VerifiedAt);
        Assert.False(Directory.Exists(Path.Combine(host.Backups, "drill")));
    }

    [Fact]
    public async Task It_runs_once_a_night()
    {
        await using var host = await BackupHost.StartAsync();
        await host.MakeAsync();
        host.Clock.Advance(TimeSpan.FromHours(18));
        await host.Get<RehearseDueRestore>().HandleAsync(Cancel);
        var first = host.Get<DrillRecord>().Last;

        host.Clock.Advance(TimeSpan.FromHours(5));
        await host.Get<RehearseDueRestore>().HandleAsync(Cancel);
        Assert.Equal(first, host.Get<DrillRecord>().Last);

        host.Clock.Advance(TimeSpan.FromHours(17));
        await host.Get<RehearseDueRestore>().HandleAsync(Cancel);
        Assert.NotEqual(first, host.Get<DrillRecord>().Last);
    }

    [Fact]
    public async Task A_backup_that_rotted_is_marked_kept_and_told_and_the_older_one_restored()
    {
        await using var host = await BackupHost.StartAsync();
        await host.TellAsync(100);
        var older = await host.MakeAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await host.MakeAsync();
        await FlipAsync(host.PathOf(newer));

        var result = await host.Get<RehearseRestore>().HandleAsync(Cancel);

        Assert.Equal((older.File, null), (result.File, result.Problem));
        Assert.Equal("sha256", host.Get<BackupShelf>().Find(newer.File)?.Problem);
        Assert.Equal(["broken"], host.Get<BackupAlarms>().Find());
        Assert.Equal(host.PathOf(older), host.Get<BackupShelf>().Newest());
    }

    [Fact]
    public async Task With_another_key_in_the_folder_the_drill_says_so()
    {
        await using var host = await BackupHost.StartAsync();
        var backup = await host.MakeAsync();
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "keys", "backup.key"), Convert.ToBase64String(new byte[32]), Cancel);

        var result = await host.Get<RehearseRestore>().HandleAsync(Cancel);

        Assert.Equal("key.wrong", result.Problem);
        Assert.Equal("key", host.Get<BackupShelf>().Find(backup.File)?.Problem);
        Assert.Equal(["old", "broken", "drill"], AlarmsAfter(host, TimeSpan.FromHours(27)));
    }

    [Fact]
    public async Task Without_a_verified_backup_for_twenty_six_hours_there_is_an_alarm()
    {
        await using var host = await BackupHost.StartAsync();
        Assert.Empty(AlarmsAfter(host, TimeSpan.FromHours(26)));
        Assert.Equal(["old"], AlarmsAfter(host, TimeSpan.FromMinutes(1)));

        await host.MakeAsync();

        Assert.Empty(AlarmsAfter(host, TimeSpan.FromHours(26)));
        Assert.Equal(["old"], AlarmsAfter(host, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task What_was_set_aside_long_ago_goes_with_the_old_backups()
    {
        await using var host = await BackupHost.StartAsync();
        string[] aside = ["audit.db.before-restore-20261020T100000Z", "audit.db.corrupt-20261020T100000Z-wal", "audit.db.corrupt-20261120T100000Z", "backups/before-migration-20261020T100000Z.db"];
        foreach (var name in aside)
        {
            await File.WriteAllTextAsync(Path.Combine(host.Folder, name), "x", Cancel);
        }

        host.Get<RemoveOldBackups>().Handle();
        Assert.All(aside, name => Assert.True(File.Exists(Path.Combine(host.Folder, name)))); // nothing else to go back to

        await host.MakeAsync();
        Assert.Equal(["audit.db.corrupt-20261120T100000Z"], aside.Where(name => File.Exists(Path.Combine(host.Folder, name))));
    }

    private static IReadOnlyList<string> AlarmsAfter(BackupHost host, TimeSpan wait)
    {
        host.Clock.Advance(wait);
        return host.Get<BackupAlarms>().Find();
    }

    private static async Task FlipAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Cancel);
    }
}
