using System.Net;
using System.Security.Cryptography;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Copies;
using AuditDashboard.Tests.Backups;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AuditDashboard.Tests.Journeys;

/// <summary>SIGKILL while the real process makes a backup or migrates: what is found afterwards is the state before or the state after.</summary>
public sealed class BackupKillTests
{
    private static readonly int Kills = KillCount.Wanted;
    private const int Side = 2;

    private static readonly (string, string?)[] AnyDisk = [("Backups:LeastFreeMegabytes", "0"), ("Backups:LeastFreePercent", "0")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kill_in_the_middle_of_a_backup_leaves_it_whole_or_not_at_all()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, Side).Select(side => KillBackupsAsync(new Random(20261124 + side))));

        TestContext.Current.TestOutputHelper?.WriteLine($"kills {Kills}, of them in the middle of a backup {counts.Sum(count => count.Inside)}, backups that stand {counts.Sum(count => count.Whole)}, each of them whole");
        Assert.True(counts.Sum(count => count.Inside) > 0);
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_a_migration_leaves_the_old_schema_or_the_new()
    {
        var states = new System.Collections.Concurrent.ConcurrentBag<int>();
        var template = await OldDatabaseAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, Kills), new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = Cancel }, async (kill, cancel) => states.Add(await KillMigrationAsync(template, new Random(kill))));

        TestContext.Current.TestOutputHelper?.WriteLine($"kills {Kills}; migrations found applied: {string.Join(", ", states.GroupBy(state => state).OrderBy(state => state.Key).Select(state => $"{state.Key} ({state.Count()} times)"))}");
        Directory.Delete(template, recursive: true);
    }

    private static async Task<(int Inside, int Whole)> KillBackupsAsync(Random random)
    {
        var folder = await FilledAsync();
        var inside = 0;
        for (var kill = 0; kill < Kills / Side; kill++)
        {
            using var app = await AppProcess.StartAsync(folder, Cancel, "--Backups:LeastFreeMegabytes=0", "--Backups:LeastFreePercent=0");
            using var asked = await app.Bot.PostAsync("/api/v1/admin/backups", null, Cancel);
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
            await Task.Delay(random.Next(0, 250), Cancel);
            app.Kill();
            inside += Directory.Exists(Path.Combine(folder, "backups", "work")) ? 1 : 0;
        }

        await using var host = await BackupHost.StartAsync(folder, AnyDisk);
        host.Get<AdoptBackups>().Handle(Cancel);
        var present = host.Get<BackupShelf>().Present();
        Assert.All(present, backup =>
        {
            Assert.True(backup.IsVerified, backup.Problem);
            Assert.Equal(backup.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(host.PathOf(backup)))));
            Assert.Equal(backup.Events, host.Get<UnpackBackup>().Ready(host.PathOf(backup), null, Cancel).Events);
        });
        await host.MakeAsync();
        var left = Directory.GetFileSystemEntries(host.Backups).Where(path => !path.EndsWith(".json", StringComparison.Ordinal) && !path.EndsWith(".backup", StringComparison.Ordinal));
        Assert.Empty(left);
        await host.StopAsync();
        Directory.Delete(folder, recursive: true);
        return (inside, present.Count);
    }

    private static async Task<int> KillMigrationAsync(string template, Random random)
    {
        var folder = BackupHost.NewFolder();
        File.Copy(Path.Combine(template, "audit.db"), Path.Combine(folder, "audit.db"));
        using (var app = AppProcess.Launch(folder))
        {
            while (!Directory.Exists(Path.Combine(folder, "backups")) || Directory.GetFiles(Path.Combine(folder, "backups"), "before-migration-*").Length == 0)
            {
                await Task.Delay(5, Cancel);
            }

            await Task.Delay(random.Next(0, 1200), Cancel);
            app.Kill();
        }

        var applied = await AppliedAsync(folder);
        await using (var host = await BackupHost.StartAsync(folder))
        {
            Assert.Equal(200, Events(folder));
            await host.StopAsync();
        }

        Assert.Null(CheckDatabase.Live(Path.Combine(folder, "audit.db")).Broken);
        Assert.All(Directory.GetFiles(Path.Combine(folder, "backups"), "before-migration-*.db"), copy => Assert.Null(CheckDatabase.Copy(copy).Problem));
        Directory.Delete(folder, recursive: true);
        return applied;
    }

    /// <returns>How many migrations are applied; they are the first ones, in order, and the rows are there.</returns>
    private static async Task<int> AppliedAsync(string folder)
    {
        await using var db = Open(folder);
        var (applied, all) = ((await db.Database.GetAppliedMigrationsAsync(Cancel)).ToList(), db.Database.GetMigrations().ToList());
        Assert.Equal(all.Take(applied.Count), applied);
        Assert.Equal(200, Events(folder));
        return applied.Count;
    }

    /// <summary>A salon's data folder as an earlier version left it.</summary>
    private static async Task<string> OldDatabaseAsync()
    {
        var folder = BackupHost.NewFolder();
        await using var db = Open(folder);
        await db.Database.OpenConnectionAsync(Cancel);
        SqliteSetup.ApplyOnce(db.Database.GetDbConnection());
        await db.GetService<IMigrator>().MigrateAsync("20261124093506_ArrivalsAndRevokedEndpoints", Cancel);
        await db.Database.ExecuteSqlRawAsync(
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 200) "
            + "insert into events (seq, bot, source, event_id, type, occurred_at, recorded_at, flags, log_index) select i, 'b', '', 'e' || i, 'message.received', i, i, 0, i - 1 from n", Cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
        return folder;
    }

    private static async Task<string> FilledAsync()
    {
        var folder = BackupHost.NewFolder();
        await using var host = await BackupHost.StartAsync(folder);
        await host.TellAsync(2000);
        return folder;
    }

    private static AuditDbContext Open(string folder) => new(new DbContextOptionsBuilder<AuditDbContext>().UseSqlite($"Data Source={Path.Combine(folder, "audit.db")};Pooling=False").Options);

    private static long Events(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "audit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from events";
        return (long)command.ExecuteScalar()!;
    }
}
