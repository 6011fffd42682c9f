using System.Net;
using AuditDashboard.Conversations;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Retention.Runs;
using AuditDashboard.Tests.Evidence.Verifying;
using AuditDashboard.Tests.Retention.Erasure;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Tests.Retention;

/// <summary>The process ends in the middle of a deletion, at twenty places each: what is found then is legal, and the next start ends the work.</summary>
public sealed class CutShortTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-cut-").FullName;

    public static TheoryData<int, bool> Places => [.. Enumerable.Range(1, 10).SelectMany(place => new[] { (place, false), (place, true) })];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_run_that_was_cut_short_leaves_whole_events_and_goes_on(int place, bool afterCommit)
    {
        var death = new Death();
        await using (var app = new ForgettingApp(_folder, death))
        {
            await app.SendAsync([.. Enumerable.Range(0, 140).Select(i => app.Message($"m-{i}", i < 120 ? 40 : 5, $"слово {i}", $"tg:7000{i:0000}", $"Клиент Номер{i}"))]);
            await app.Get<IStories>().CatchUpAsync(Cancel);
            death.Arm(place, afterCommit);
            await Record.ExceptionAsync(() => app.Get<RunRetention>().HandleAsync(RetentionDays.All(30), "schedule", null, Cancel));
        }

        Assert.Equal(0, Count("select count(*) from events where (payload is null) <> (salt is null)"));
        await using (var log = new OfflineLog(_folder))
        {
            Assert.Empty((await log.CheckAsync()).Faults);
        }

        Assert.Equal(0, Count("select count(*) from events where event_id in ('m-120', 'm-139') and payload is null"));
        Assert.Equal(1, Count("select count(*) from pragma_integrity_check where integrity_check = 'ok'"));
        await using var next = new ForgettingApp(_folder);
        await UntilAsync(() => next.CountAsync("select count(*) from retention_runs where ended_at is null"));
        await next.RetainAsync(30);

        Assert.Equal(0, await next.CountAsync("select count(*) from events where bot = 'salon-bot' and occurred_at < (select max(occurred_at) from events where bot = 'salon-bot') and payload is not null and event_id like 'm-__'"));
        Assert.Equal(20, await next.CountAsync("select count(*) from events where bot = 'salon-bot' and payload is not null"));
        Assert.Equal(20, await next.CountAsync("select count(*) from clients where name is not null"));
        Assert.Equal(await next.CountAsync("select count(*) from retention_runs"), await next.CountAsync("select count(*) from events where type = 'retention.performed'"));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task An_erasure_that_was_cut_short_ends_after_the_next_start(int place, bool afterCommit)
    {
        var death = new Death();
        await using (var app = new ForgettingApp(_folder, death))
        {
            await ErasureTests.FillAsync(app);
            await app.Get<IStories>().CatchUpAsync(Cancel);
            var clientId = (await app.EventAsync("x-1")).GetProperty("clientId").GetString()!;
            // The request itself is the first transaction: it must be on disk for there to be anything to go on with.
            death.Arm(place + 1, afterCommit);
            var answer = await ErasureTests.AskAsync(app, clientId, "просьба клиента");
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            await UntilAsync(async () => death.IsDead ? 0 : await app.CountAsync("select count(*) from erasures where state <> 'done'"));
        }

        Assert.Equal(0, Count("select count(*) from events where (payload is null) <> (salt is null)"));
        await using (var log = new OfflineLog(_folder))
        {
            Assert.Empty((await log.CheckAsync()).Faults);
        }

        await using var next = new ForgettingApp(_folder);
        await UntilAsync(() => next.CountAsync("select count(*) from erasures where state <> 'done'"));

        Assert.Empty(RawFiles.Naming(_folder, "Ксенофонтова", "Zvyagintseva", "Канареечный", "canaryword", "9991112233", "700077701", "990011223"));
        Assert.Equal(1, await next.CountAsync("select count(*) from events where type = 'erasure.performed'"));
        Assert.Equal(1, await next.CountAsync("select count(*) from erasures where sealed_marks is null and messages > 4"));
        Assert.Equal("Можно на субботу?", (await next.EventAsync("other-1")).GetProperty("text").GetString());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task UntilAsync(Func<Task<long>> left)
    {
        for (var tries = 0; tries < 600 && await left() > 0; tries++)
        {
            await Task.Delay(20, Cancel);
        }

        Assert.Equal(0, await left());
    }

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "audit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own words
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
