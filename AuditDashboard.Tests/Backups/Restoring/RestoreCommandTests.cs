using AuditDashboard.Backups;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Backups.Restoring;

public sealed class RestoreCommandTests : IDisposable
{
    private readonly string _folder = BackupHost.NewFolder();
    private readonly string _fresh = BackupHost.NewFolder();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Into_a_fresh_folder_with_the_key_named()
    {
        var (backup, key) = await BackUpAsync(300);

        Assert.Equal(0, await RestoreAsync(_fresh, backup, "--key", key));

        await using var host = await BackupHost.StartAsync(_fresh);
        Assert.Equal(301, await host.LastSeqAsync()); // and one that says what happened
        var last = Assert.Single(await host.Get<IEventReader>().ListAsync(new EventFilter(Type: "backup.restored"), Cancel));
        Assert.Equal(Path.GetFileName(backup), last.Content!.DataText("file"));
        Assert.Equal(File.ReadAllBytes(key), File.ReadAllBytes(Path.Combine(_fresh, "keys", "backup.key")));
    }

    [Fact]
    public async Task Over_an_existing_database_which_is_kept_beside()
    {
        var (backup, _) = await BackUpAsync(300);
        var later = await BackupHost.StartAsync(_folder);
        await later.TellAsync(100, first: 1000);
        await later.StopAsync();

        Assert.Equal(0, await RestoreAsync(_folder, backup));

        var kept = Directory.GetFiles(_folder, "audit.db.before-restore-*").Single(path => path.EndsWith('Z'));
        Assert.Equal(401, Count(kept));
        await using var host = await BackupHost.StartAsync(_folder);
        Assert.Equal(301, await host.LastSeqAsync());
    }

    [Fact]
    public async Task Without_the_right_key_nothing_is_touched()
    {
        var (backup, _) = await BackUpAsync(10);
        var other = Path.Combine(_fresh, "other.key");
        await File.WriteAllTextAsync(other, Convert.ToBase64String(new byte[32]), Cancel);

        Assert.Equal(ConfigurationProblem.ExitCode, await RestoreAsync(_fresh, backup));
        Assert.Equal(ConfigurationProblem.ExitCode, await RestoreAsync(_fresh, backup, "--key", other));
        Assert.Equal(ConfigurationProblem.ExitCode, await RestoreAsync(_fresh, backup, "--key", Path.Combine(_fresh, "none.key")));
        Assert.False(File.Exists(Path.Combine(_fresh, "audit.db")));
    }

    [Fact]
    public async Task A_broken_or_missing_backup_is_refused_and_the_database_stays()
    {
        var (backup, _) = await BackUpAsync(10);
        var before = await File.ReadAllBytesAsync(Path.Combine(_folder, "audit.db"), Cancel);
        await using (var file = new FileStream(backup, FileMode.Open))
        {
            file.SetLength(file.Length - 1);
        }

        Assert.Equal(1, await RestoreAsync(_folder, backup));
        Assert.Equal(1, await RestoreAsync(_folder, Path.Combine(_folder, "none.backup")));
        Assert.Equal(1, await RestoreAsync(_folder));
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_folder, "audit.db"), Cancel));
    }

    [Fact]
    public async Task While_an_application_runs_on_the_folder_it_is_refused()
    {
        await using var host = await BackupHost.StartAsync(_folder);
        var backup = host.PathOf(await host.MakeAsync());

        await Assert.ThrowsAsync<ConfigurationProblem>(() => RestoreAsync(_folder, backup));
    }

    [Fact]
    public async Task What_settles_into_a_restored_database_runs_before_anything_else_and_again_after_a_crash()
    {
        var (backup, _) = await BackUpAsync(10);
        await RestoreAsync(_folder, backup);
        List<string> ran = [];
        void Also(IServiceCollection services) => services
            .AddSingleton<IAfterRestore>(new Settling(20, () => ran.Add("second")))
            .AddSingleton<IAfterRestore>(new Settling(10, () => ran.Add("first")));

        await Assert.ThrowsAnyAsync<Exception>(() => BackupHost.StartAsync(_folder, [], services =>
        {
            Also(services);
            services.AddSingleton<IAfterRestore>(new Settling(15, () => throw new IOException("killed here")));
        }));
        Assert.Equal(["first"], ran);
        SqliteConnection.ClearAllPools();

        await (await BackupHost.StartAsync(_folder, [], Also)).StopAsync();
        Assert.Equal(["first", "first", "second"], ran);

        await (await BackupHost.StartAsync(_folder, [], Also)).StopAsync();
        Assert.Equal(3, ran.Count);
    }

    [Theory]
    [InlineData("restore a.backup", "a.backup", null, "")]
    [InlineData("-- restore a.backup", "a.backup", null, "")]
    [InlineData("restore /x/a.backup --key k --Storage:DataFolder /y", "/x/a.backup", "k", "--Storage:DataFolder /y")]
    [InlineData("restore --key=k --Storage:DataFolder=/y a.backup", "a.backup", "k", "--Storage:DataFolder=/y")]
    [InlineData("restore", "", null, "")]
    public void The_command_line_is_read_in_any_order(string line, string file, string? key, string settings)
    {
        var read = RestoreArguments.Read(line.Split(' '))!;

        Assert.Equal((file, key is null ? null : Path.GetFullPath(key), settings), (read.File, read.KeyFile, string.Join(' ', read.Settings)));
    }

    [Theory]
    [InlineData("--demo")]
    [InlineData("--urls http://localhost:5080")]
    [InlineData("verify")]
    public void Other_command_lines_are_left_to_others(string line) => Assert.Null(RestoreArguments.Read(line.Split(' ')));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_fresh, recursive: true);
    }

    private async Task<(string Backup, string Key)> BackUpAsync(int events)
    {
        var host = await BackupHost.StartAsync(_folder);
        await host.TellAsync(events);
        var path = host.PathOf(await host.MakeAsync());
        await host.StopAsync();
        return (path, Path.Combine(_folder, "keys", "backup.key"));
    }

    private static Task<int?> RestoreAsync(string folder, params string[] words) =>
        RestoreCommand.TryRunAsync(["restore", .. words, $"--Storage:DataFolder={folder}"], Cancel);

    private static long Count(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from events";
        return (long)command.ExecuteScalar()!;
    }

    private sealed class Settling(int order, Action run) : IAfterRestore
    {
        public int Order => order;

        public Task RunAsync(CancellationToken cancel)
        {
            run();
            return Task.CompletedTask;
        }
    }
}
