using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Foundation;
using AuditDashboard.Notices.Outbox;
using AuditDashboard.Notices.Page;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using static AuditDashboard.Tests.Notices.ToldBot;

namespace AuditDashboard.Tests.Notices;

public sealed class SendNoticesTests
{
    /// <summary>Between the tries (standards.md section 1.1), in seconds.</summary>
    private static readonly double[] Delays = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ping_arrives_once_signed_as_the_specification_says()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        var journal = new WrittenJournal();

        var refusal = await Repeating(host, journal).PingAsync(Endpoint, Cancel);
        var worked = new[] { await SweepAsync(host), await SweepAsync(host) };

        var call = Assert.Single(bot.Calls);
        Assert.Null(refusal);
        Assert.Equal([true, false], worked);
        Assert.Equal(("POST", "/bots/hidden-path", "application/json"), (call.Method, call.Target, call.Headers["Content-Type"]));
        Assert.Equal(SignatureOf(call), call.Headers["webhook-signature"]);
        Assert.Equal(host.Clock.GetUtcNow(), SentAt(call));
        Assert.Matches("^msg_[0-9a-f]{32}$", call.Headers["webhook-id"]);
        var body = BodyOf(call);
        Assert.Equal(("ping", "2026-11-22T10:00:00.000Z"), (body.GetProperty("type").GetString(), body.GetProperty("timestamp").GetString()));
        Assert.Equal(Endpoint, body.GetProperty("data").GetProperty("endpoint").GetString());
        Assert.Equal([$"notice.pinged {Endpoint}"], journal.Entries);
    }

    [Fact]
    public async Task While_a_secret_is_being_changed_a_bot_with_either_verifies()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        var fresh = await host.Get<RotateSecret>().HandleAsync(Endpoint, Cancel);

        await Repeating(host).PingAsync(Endpoint, Cancel);
        await SweepAsync(host);

        var call = Assert.Single(bot.Calls);
        Assert.Equal([SignatureOf(call, fresh!), SignatureOf(call)], call.Headers["webhook-signature"].Split(' '));
    }

    [Fact]
    public async Task A_bot_that_fails_is_told_again_after_the_delays_under_the_same_name_until_five_days_are_over()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        bot.Status = 503;
        await Repeating(host).PingAsync(Endpoint, Cancel);

        foreach (var delay in Delays)
        {
            await SweepAsync(host);
            var row = Assert.Single(await RowsAsync(host));
            Assert.Equal((BotNoticeRow.Failed, "503"), (row.State, row.Code));
            Assert.InRange((row.NextAt - host.Clock.GetUtcNow()).TotalSeconds, delay - 0.01, delay * 1.1);
            var calls = bot.Calls.Count;
            Leap(host, TimeSpan.FromSeconds(delay - 1));
            await SweepAsync(host);
            Assert.Equal(calls, bot.Calls.Count);
            host.Clock.AdjustTime(row.NextAt);
        }

        Leap(host, TimeSpan.FromDays(1));
        await SweepAsync(host);
        Leap(host, TimeSpan.FromDays(2));
        await SweepAsync(host);

        Assert.Equal(BotNoticeRow.Gone, Assert.Single(await RowsAsync(host)).State);
        Assert.Equal(Delays.Length + 1, bot.Calls.Count);
        Assert.Single(bot.Calls.Select(call => call.Headers["webhook-id"]).Distinct());
        Assert.Equal(bot.Calls.Count, bot.Calls.Select(call => call.Headers["webhook-timestamp"]).Distinct().Count());
        Assert.All(bot.Calls, call => Assert.Equal(SignatureOf(call), call.Headers["webhook-signature"]));
        Assert.True((await host.Get<NoticesQuery>().RunAsync(Endpoint, Cancel)).IsStopped);
    }

    [Fact]
    public async Task After_410_nothing_is_sent_until_an_owner_repeats()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        bot.Status = 410;
        await Repeating(host).PingAsync(Endpoint, Cancel);
        await SweepAsync(host);
        Leap(host, TimeSpan.FromSeconds(1));
        await host.Get<NoticeShelf>().AddAsync([NewNotice.Of(Endpoint, "erasure:1", NoticeKinds.Erased, new Dictionary<string, object?>(), host.Clock.GetUtcNow())], Cancel);
        Leap(host, TimeSpan.FromDays(6));
        await SweepAsync(host);
        var stopped = (bot.Calls.Count, await host.Get<NoticesQuery>().RunAsync(Endpoint, Cancel));

        bot.Status = 200;
        var refused = await Repeating(host, viewer: SignedIn.Manager).HandleAsync(Endpoint, Cancel);
        await Repeating(host).HandleAsync(Endpoint, Cancel);
        await SweepAsync(host);

        Assert.Equal((1, true, 2), (stopped.Count, stopped.Item2.IsStopped, stopped.Item2.Owed));
        Assert.Equal("forbidden", refused?.Code);
        Assert.Equal(["ping", "ping", "client.erased"], bot.Calls.Select(call => BodyOf(call).GetProperty("type").GetString()));
        Assert.Equal(bot.Calls[0].Headers["webhook-id"], bot.Calls[1].Headers["webhook-id"]);
        Assert.False((await host.Get<NoticesQuery>().RunAsync(Endpoint, Cancel)).IsStopped);
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        await using var elsewhere = await ToldBot.StartAsync();
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        (bot.Status, bot.Says["Location"]) = (307, elsewhere.Address);

        await Repeating(host).PingAsync(Endpoint, Cancel);
        await SweepAsync(host);

        Assert.Equal((BotNoticeRow.Failed, "307"), Assert.Single((await RowsAsync(host)).Select(row => (row.State, row.Code!))));
        Assert.Single(bot.Calls);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task What_the_bot_asks_for_counts_where_it_is_longer()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        (bot.Status, bot.Says["Retry-After"]) = (429, "120");

        await Repeating(host).PingAsync(Endpoint, Cancel);
        await SweepAsync(host);

        Assert.Equal(host.Clock.GetUtcNow().AddSeconds(120), Assert.Single(await RowsAsync(host)).NextAt);
    }

    [Fact]
    public async Task A_bot_has_fifteen_seconds()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        bot.Hangs = true;
        await Repeating(host).PingAsync(Endpoint, Cancel);

        var sweeping = SweepAsync(host);
        await bot.Heard.Task.WaitAsync(Cancel);
        host.Clock.Advance(TimeSpan.FromSeconds(14.9));
        var early = sweeping.IsCompleted;
        host.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await sweeping;

        Assert.False(early);
        Assert.Equal("timeout", Assert.Single(await RowsAsync(host)).Code);
    }

    [Fact]
    public async Task What_was_sent_and_not_noted_is_sent_again_as_the_same_notice()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        await Repeating(host).PingAsync(Endpoint, Cancel);
        var before = Assert.Single(await RowsAsync(host));
        await SweepAsync(host);

        // As the table stands when the process is killed between the two.
        await host.Get<NoticeShelf>().WriteAsync(before, Cancel);
        await SweepAsync(host);

        Assert.Equal(2, bot.Calls.Count);
        Assert.Equal(bot.Calls[0].Headers["webhook-id"], bot.Calls[1].Headers["webhook-id"]);
        Assert.Equal(bot.Calls[0].Body, bot.Calls[1].Body);
    }

    [Fact]
    public async Task A_private_address_is_not_called_unless_the_operator_allows_it()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync(allowPrivate: "false");

        await Repeating(host).PingAsync(Endpoint, Cancel);
        await SweepAsync(host);

        Assert.Equal("private-network", Assert.Single(await RowsAsync(host)).Code);
        Assert.Empty(bot.Calls);
    }

    [Fact]
    public async Task A_restart_between_two_tries_goes_on_where_it_was()
    {
        await using var bot = await ToldBot.StartAsync();
        var folder = Directory.CreateTempSubdirectory("audit-notices-").FullName;
        bot.Status = 500;
        await using (var first = await bot.HostAsync(folder))
        {
            await Repeating(first).PingAsync(Endpoint, Cancel);
            await SweepAsync(first);
        }

        bot.Status = 200;
        await using (var second = await bot.HostAsync(folder))
        {
            second.Clock.Advance(TimeSpan.FromSeconds(6));
            await SweepAsync(second);

            Assert.Equal((BotNoticeRow.Sent, 2), Assert.Single((await RowsAsync(second)).Where(row => row.Kind == NoticeKinds.Ping).Select(row => (row.State, row.Attempts))));
        }

        Directory.Delete(folder, recursive: true);
        var pings = bot.Calls.Where(call => BodyOf(call).GetProperty("type").GetString() == "ping").ToList();
        Assert.Equal(2, pings.Count);
        Assert.Equal((pings[0].Headers["webhook-id"], Convert.ToHexString(pings[0].Body)), (pings[1].Headers["webhook-id"], Convert.ToHexString(pings[1].Body)));
    }

    [Fact]
    public async Task Neither_secret_nor_address_stands_in_a_log_or_in_the_table()
    {
        var log = new LogLines();
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync(log: log);
        bot.Status = 410;

        await Repeating(host).PingAsync(Endpoint, Cancel);
        await SweepAsync(host);

        var row = Assert.Single(await RowsAsync(host));
        string[] written = [.. log.All, .. bot.Calls.SelectMany(call => call.Headers.Values), row.Body, row.Code!];
        Assert.Contains(log.All, line => line.Contains("is given up", StringComparison.Ordinal));
        Assert.All(written, line => Assert.DoesNotContain(Secret["whsec_".Length..], line, StringComparison.Ordinal));
        Assert.All(log.All, line => Assert.DoesNotContain("hidden-path", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("events", "ftp://bot.example/x")]
    [InlineData("max", "https://bot.example/x")]
    public async Task An_address_that_cannot_be_used_stops_the_start_and_is_not_repeated(string kind, string address)
    {
        var settings = EndpointSettings.Of(kind, ("Secret", Secret), ("NoticeUrl", address));

        var problem = await Assert.ThrowsAnyAsync<Exception>(async () => await IngestHost.StartAsync(null, settings));

        var line = ConfigurationProblem.LineOf(problem);
        Assert.Contains("Provisioning:Endpoints:0:NoticeUrl", line, StringComparison.Ordinal);
        Assert.DoesNotContain(address, line, StringComparison.Ordinal);
    }

    // Ringing every timer of a second on the way would take minutes.
    private static void Leap(IngestHost host, TimeSpan span) => host.Clock.AdjustTime(host.Clock.GetUtcNow() + span);
}
