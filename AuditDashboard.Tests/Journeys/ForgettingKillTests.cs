using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AuditDashboard.Tests.Evidence.Verifying;
using AuditDashboard.Tests.Retention.Erasure;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Journeys;

/// <summary>
/// SIGKILL while the real process deletes: every event is whole or empty, whatever is empty was named in the log before, and the next start ends the work.
/// </summary>
public sealed class ForgettingKillTests
{
    private static readonly int Kills = KillCount.Wanted;
    private const int OldEvents = 240;
    private const int Dialog = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kill_in_the_middle_of_a_deletion_leaves_whole_events_that_were_named_and_the_next_start_goes_on()
    {
        var inside = await Task.WhenAll(KillRetentionAsync(), KillErasuresAsync());

        TestContext.Current.TestOutputHelper?.WriteLine($"kills {Kills} of {Kills} legal in retention, {inside[0]} of them in the middle of a run; {Kills} of {Kills} in erasures, {inside[1]} of them in the middle of one");
        Assert.All(inside, count => Assert.True(count > 0));
    }

    private static async Task<int> KillRetentionAsync()
    {
        var folder = Directory.CreateTempSubdirectory("audit-kill-retention-").FullName;
        var (random, inside) = (new Random(20261203), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var app = await AppProcess.StartAsync(folder, Cancel);
            await SendAsync(app, Enumerable.Range(0, OldEvents).Select(i => Message($"old-{kill}-{i}", 40, $"tg:81{kill:00}{i / 10:00}")).Append(Message($"young-{kill}", 1, $"tg:82{kill:00}")));
            await KillAsync(app, app.Bot.PostAsJsonAsync("/api/v1/admin/retention", new { days = 30 }, Cancel), random);
            inside += Count(folder, "select count(*) from retention_runs where ended_at is null") > 0 ? 1 : 0;
            await IsLegalAsync(folder);
        }

        using (var app = await AppProcess.StartAsync(folder, Cancel))
        {
            Assert.Equal(HttpStatusCode.OK, (await app.Bot.PostAsJsonAsync("/api/v1/admin/retention", new { days = 30 }, Cancel)).StatusCode);
            await UntilNoneAsync(folder, "select count(*) from retention_runs where ended_at is null");
        }

        Assert.Equal(0, Count(folder, "select count(*) from events where event_id like 'old-%' and payload is not null"));
        Assert.Equal(Kills, Count(folder, "select count(*) from events where event_id like 'young-%' and payload is not null"));
        await EndAsync(folder);
        return inside;
    }

    private static async Task<int> KillErasuresAsync()
    {
        var folder = Directory.CreateTempSubdirectory("audit-kill-erasure-").FullName;
        var (random, inside) = (new Random(20261204), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var app = await AppProcess.StartAsync(folder, Cancel);
            await SendAsync(app, Enumerable.Range(0, Dialog).Select(i => Message($"gone-{kill}-{i}", 3, $"tg:8300{kill:00}", $"dialog-{kill}")).Append(Message($"other-{kill}", 1, $"tg:84{kill:00}")));
            using var asked = await app.Bot.PostAsJsonAsync("/api/v1/admin/erasures", new { clientId = await ClientAsync(app, $"dialog-{kill}"), reason = "просьба клиента" }, Cancel);
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
            await KillAsync(app, Task.CompletedTask, random);
            inside += Count(folder, "select count(*) from erasures where state <> 'done'") > 0 ? 1 : 0;
            await IsLegalAsync(folder);
        }

        using (await AppProcess.StartAsync(folder, Cancel))
        {
            await UntilNoneAsync(folder, "select count(*) from erasures where state <> 'done'");
        }

        Assert.Equal(0, Count(folder, "select count(*) from events where event_id like 'gone-%' and payload is not null"));
        Assert.Equal(Kills, Count(folder, "select count(*) from events where event_id like 'other-%' and payload is not null"));
        Assert.Equal(Kills, Count(folder, "select count(*) from events where type = 'erasure.performed'"));
        Assert.Empty(RawFiles.Naming(folder, "tg:8300"));
        await EndAsync(folder);
        return inside;
    }

    private static async Task KillAsync(AppProcess app, Task working, Random random)
    {
        await Task.Delay(random.Next(0, 400), Cancel);
        app.Kill();
        await Record.ExceptionAsync(() => working);
    }

    /// <summary>Whole or empty, and the log explains what is empty.</summary>
    private static async Task IsLegalAsync(string folder)
    {
        Assert.Equal(0, Count(folder, "select count(*) from events where (payload is null) <> (salt is null)"));
        Assert.Equal(1, Count(folder, "select count(*) from pragma_quick_check where quick_check = 'ok'"));
        await using var log = new OfflineLog(folder);
        Assert.Empty((await log.CheckAsync()).Faults);
    }

    private static async Task EndAsync(string folder)
    {
        await IsLegalAsync(folder);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task UntilNoneAsync(string folder, string sql)
    {
        for (var tries = 0; tries < 600 && Count(folder, sql) > 0; tries++)
        {
            await Task.Delay(50, Cancel);
        }

        Assert.Equal(0, Count(folder, sql));
    }

    private static object Message(string id, int daysAgo, string client, string? session = null) => new
    {
        id, type = "message.received", time = TimeProvider.System.GetUtcNow().AddDays(-daysAgo), channel = "telegram", session, client = new { id = client, name = "Анна Смирнова" }, text = $"Можно на субботу, {client}?",
    };

    private static async Task SendAsync(AppProcess app, IEnumerable<object> events) =>
        Assert.Equal(HttpStatusCode.Accepted, (await app.Bot.PostAsJsonAsync("/api/v1/events", events, Cancel)).StatusCode);

    private static async Task<string> ClientAsync(AppProcess app, string session)
    {
        var answer = JsonElement.Parse(await app.Bot.GetByteArrayAsync($"/api/v1/events?session={session}&limit=1", Cancel));
        return answer.GetProperty("events")[0].GetProperty("clientId").GetString()!;
    }

    private static long Count(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "audit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own words
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
