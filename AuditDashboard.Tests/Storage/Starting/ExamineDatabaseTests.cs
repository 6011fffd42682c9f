using AuditDashboard.Tests.Backups;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Storage.Starting;

/// <summary>What becomes of a data folder whose database is not what it was.</summary>
public sealed class ExamineDatabaseTests : IDisposable
{
    private readonly string _folder = BackupHost.NewFolder();

    private string Database => Path.Combine(_folder, "audit.db");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zero")]
    [InlineData("text")]
    [InlineData("cut")]
    [InlineData("garbage")]
    public async Task A_damaged_database_is_set_aside_and_the_newest_backup_offered(string damage)
    {
        var backup = await FillAsync();
        Damage(damage);
        var damaged = await File.ReadAllBytesAsync(Database, Cancel);

        var problem = BackupHost.Refusal(_folder);

        Assert.Contains("повреждена", problem?.Message, StringComparison.Ordinal);
        Assert.Contains($"dotnet AuditDashboard.dll restore \"{backup}\"", problem?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem!.Message);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(Directory.GetFiles(_folder, "audit.db.corrupt-*").Single(path => path.EndsWith('Z')), Cancel));
        Assert.Contains("Пустая база вместо неё не создаётся", BackupHost.Refusal(_folder)?.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_replaced_by_an_empty_one_until_somebody_says_so()
    {
        await FillAsync(backUp: false);
        File.Delete(Database);

        Assert.Contains("audit.present", BackupHost.Refusal(_folder)?.Message, StringComparison.Ordinal);

        File.Delete(Path.Combine(_folder, "audit.present"));
        Assert.Null(BackupHost.Refusal(_folder));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await FillAsync();
        Tell("insert into __EFMigrationsHistory values ('29990101000000_Future', '99.0')");
        var before = await File.ReadAllBytesAsync(Database, Cancel);

        var problem = BackupHost.Refusal(_folder);

        Assert.Contains("29990101000000_Future", problem?.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, Cancel));
    }

    [Fact]
    public void A_database_of_another_application_is_refused_and_left_alone()
    {
        Tell("create table a(b); PRAGMA application_id=77");

        Assert.Contains("другого приложения", BackupHost.Refusal(_folder)?.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Database));
    }

    [Fact]
    public async Task A_second_instance_does_not_start()
    {
        await using var first = await BackupHost.StartAsync(_folder);

        Assert.Contains("Storage:DataFolder занята другим запущенным экземпляром", BackupHost.Refusal(_folder)?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_beside_the_file_may_be_missing_or_left_by_a_kill()
    {
        await FillAsync();
        File.Delete(Database + "-wal");
        File.Delete(Database + "-shm");

        await using var host = await BackupHost.StartAsync(_folder);

        Assert.Equal(301, await host.LastSeqAsync());
    }

    [Fact]
    public async Task Two_hundred_flipped_bits_never_start_an_empty_database()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(Database, Cancel);
        var random = new Random(20261124);
        var classes = new Dictionary<string, int> { ["ok"] = 0, ["refused"] = 0, ["fewer"] = 0 };
        for (var i = 0; i < 200; i++)
        {
            var place = i < 20 ? random.Next(100) : random.Next(bytes.Length); // the head is small and matters most
            var flipped = (byte[])bytes.Clone();
            flipped[place] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Database, flipped, Cancel);
            var refused = BackupHost.Refusal(_folder) is not null;
            classes[refused ? "refused" : Events() == 301 ? "ok" : "fewer"]++;
            foreach (var aside in Directory.GetFiles(_folder, "audit.db*"))
            {
                File.Delete(aside);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"bit flips of {bytes.Length} bytes: {string.Join(", ", classes.Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.Equal(0, classes["fewer"]);
        Assert.Equal(200, classes["ok"] + classes["refused"]);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <returns>Path of the backup.</returns>
    private async Task<string> FillAsync(bool backUp = true)
    {
        var host = await BackupHost.StartAsync(_folder);
        await host.TellAsync(300);
        var path = backUp ? host.PathOf(await host.MakeAsync()) : "";
        await host.StopAsync();
        return path;
    }

    private void Damage(string how)
    {
        using var file = new FileStream(Database, FileMode.Open, FileAccess.ReadWrite);
        switch (how)
        {
            case "zero":
                file.SetLength(0);
                break;
            case "text":
                file.SetLength(0);
                file.Write("Здесь был журнал"u8);
                break;
            case "cut":
                file.SetLength(file.Length / 2);
                break;
            default:
                file.Position = file.Length / 2;
                file.Write(new byte[8192]);
                break;
        }
    }

    private long Events()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from events";
        return (long)command.ExecuteScalar()!;
    }

    private void Tell(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }
}
