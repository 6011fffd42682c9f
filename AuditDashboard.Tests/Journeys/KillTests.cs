using System.Collections.Concurrent;
using System.Net;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Journeys;

/// <summary>The real process is killed with SIGKILL under load: what was acknowledged must be there, once, with its leaf.</summary>
public sealed class KillTests
{
    private const int Kills = 20;
    private const int Senders = 8;

    [Fact]
    public async Task No_acknowledged_event_is_lost_or_doubled_by_a_kill()
    {
        var folder = Directory.CreateTempSubdirectory("audit-kill-").FullName;
        var (sent, acknowledged) = (new ConcurrentDictionary<string, bool>(), new ConcurrentDictionary<string, bool>());
        var random = new Random(20250101);

        for (var cycle = 0; cycle < Kills; cycle++)
        {
            using var app = await AppProcess.StartAsync(folder, TestContext.Current.CancellationToken);
            var senders = Enumerable.Range(0, Senders).Select(i => SendAsync(app, $"{cycle}-{i}", sent, acknowledged)).ToList();
            await Task.Delay(random.Next(50, 1200), TestContext.Current.CancellationToken);
            app.Kill();
            await Task.WhenAll(senders);
            Assert.Equal("ok", Text(folder, "PRAGMA quick_check"));
        }

        var stored = Ids(folder);
        TestContext.Current.TestOutputHelper?.WriteLine($"kills {Kills}, acknowledged {acknowledged.Count}, stored {stored.Count}, sent {sent.Count}");
        Assert.True(acknowledged.Count > Kills);
        Assert.Empty(acknowledged.Keys.Except(stored));
        Assert.Empty(stored.Except(sent.Keys));
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Equal("0", Text(folder, "select count(*) from events e left join log_entries l on l.idx = e.log_index where l.idx is null or e.log_index <> e.seq - 1"));
        Assert.Equal(Text(folder, "select count(*) from events where bot = 'salon-bot'"), Text(folder, "select sum(messages) from sessions"));
        var (exit, said) = await Tool.RunAsync(folder, "dotnet", Path.Combine(AppContext.BaseDirectory, "AuditDashboard.dll"), "verify", $"--Storage:DataFolder={folder}");
        Assert.True(exit == 0, said);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One bot: repeats an event until it is acknowledged, as bots do; stops when the process is gone.</summary>
    private static async Task SendAsync(AppProcess app, string name, ConcurrentDictionary<string, bool> sent, ConcurrentDictionary<string, bool> acknowledged)
    {
        try
        {
            for (var n = 0; ; n++)
            {
                var id = $"{name}-{n}";
                sent[id] = true;
                var answer = await app.PostAsync(new { id, type = "message.received", time = TimeProvider.System.GetUtcNow(), session = name, channel = "telegram", text = "Можно на субботу?" }, CancellationToken.None);
                if (answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK)
                {
                    acknowledged[id] = true;
                }
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static List<string> Ids(string folder)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = "select event_id from events where bot = 'salon-bot'";
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private static string? Text(string folder, string sql)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own words
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString();
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "audit.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
