using System.IO.Compression;
using System.Net;
using System.Text;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Foundation;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Http;
using static AuditDashboard.Tests.Channels.Forwarding.ForwardedBot;

namespace AuditDashboard.Tests.Channels.Forwarding;

public sealed class ForwardHookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bot_gets_the_call_as_it_came_packed_body_path_query_and_headers()
    {
        await using var bot = await FakeServer.StartAsync(SaysYes);
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address + "/bots/salon?k=1"));
        var packed = Pack(Update);

        var answer = await host.PostAsync(
            packed, path: "/hooks/ep-telegram/more/%D1%8F?a=%20b&a=2", by: host.Anyone,
            headers: [("X-Telegram-Bot-Api-Secret-Token", Secret), ("Content-Encoding", "gzip"), ("X-Twice", "1"), ("X-Twice", "2"), ("User-Agent", "probe/1"), ("Connection", "x-hop"), ("X-Hop", "1")]);

        Assert.Equal((HttpStatusCode.OK, "yes"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel)));
        var call = Assert.Single(bot.Calls);
        Assert.Equal(("POST", "/bots/salon/more/%D1%8F?k=1&a=%20b&a=2"), (call.Method, call.Target));
        Assert.Equal(packed, call.Body);
        Assert.Equal(
            ("gzip", "application/json", "probe/1", Secret, packed.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            (call.Headers["Content-Encoding"], call.Headers["Content-Type"], call.Headers["User-Agent"], call.Headers["X-Telegram-Bot-Api-Secret-Token"], call.Headers["Content-Length"]));
        Assert.Equal("1, 2", call.Headers["X-Twice"].Replace(",2", ", 2", StringComparison.Ordinal));
        Assert.Equal(new Uri(bot.Address).Authority, call.Headers["Host"]);
        Assert.DoesNotContain(call.Headers.Keys, name => name.ToLowerInvariant() is "x-hop" or "traceparent" or "request-id");
        Assert.Equal("Привет", Assert.Single(await host.EventsAsync()).Content!.Text);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(302)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task The_messenger_gets_the_bots_answer_as_it_is(int status)
    {
        await using var bot = await FakeServer.StartAsync(async (context, _) =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (status, "application/x-own");
            context.Response.Headers.Location = "http://127.0.0.1:1/";
            context.Response.Headers["X-Own"] = "7";
            if (status != 204)
            {
                await context.Response.Body.WriteAsync("{\"method\":\"sendMessage\"}"u8.ToArray(), context.RequestAborted);
            }
        });
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));
        using var messenger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

        var answer = await host.PostAsync(Update, path: "/hooks/ep-telegram", by: messenger, headers: ("X-Telegram-Bot-Api-Secret-Token", Secret));

        Assert.Equal((status, "7", "application/x-own"), ((int)answer.StatusCode, answer.Headers.GetValues("X-Own").Single(), answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(status == 204 ? "" : "{\"method\":\"sendMessage\"}", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task The_event_is_on_disk_before_the_bot_hears_of_it()
    {
        IngestHost? host = null;
        var stored = 0;
        await using var bot = await FakeServer.StartAsync(async (context, call) =>
        {
            stored = (await host!.EventsAsync()).Count;
            await SaysYes(context, call);
        });
        await using var started = host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));

        await host.PostUpdateAsync();

        Assert.Equal(1, stored);
    }

    [Fact]
    public async Task A_bot_that_is_down_stops_no_storing_and_is_given_the_call_again()
    {
        var bot = await FakeServer.StartAsync(SaysYes);
        await bot.DisposeAsync();
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));

        var answers = new[] { await host.PostUpdateAsync(), await host.PostUpdateAsync() };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode));
        Assert.Equal("/problems/bot-unreachable", (await IngestHost.JsonAsync(answers[0])).GetProperty("type").GetString());
        Assert.Single(await host.EventsAsync());
    }

    [Fact]
    public async Task A_bot_that_is_slow_is_waited_for_ten_seconds()
    {
        var called = new TaskCompletionSource();
        await using var bot = await FakeServer.StartAsync(async (context, _) =>
        {
            called.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));

        var waiting = host.PostUpdateAsync();
        await called.Task.WaitAsync(Cancel);
        host.Clock.Advance(TimeSpan.FromSeconds(9.9));
        var early = waiting.IsCompleted;
        host.Clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.False(early);
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await waiting).StatusCode);
        Assert.Single(await host.EventsAsync());
    }

    [Fact]
    public async Task A_bot_that_hangs_up_in_mid_answer_counts_as_unreachable()
    {
        await using var bot = await FakeServer.StartAsync(async (context, _) =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));

        Assert.Equal(HttpStatusCode.BadGateway, (await host.PostUpdateAsync()).StatusCode);
    }

    [Fact]
    public async Task Of_an_answer_over_one_mebibyte_only_status_and_headers_go_back()
    {
        await using var bot = await FakeServer.StartAsync((context, _) =>
        {
            context.Response.Headers["X-Own"] = "7";
            return context.Response.Body.WriteAsync(new byte[1024 * 1024 + 1], context.RequestAborted).AsTask();
        });
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));

        var answer = await host.PostUpdateAsync();

        Assert.Equal((HttpStatusCode.OK, "7", 0), (answer.StatusCode, answer.Headers.GetValues("X-Own").Single(), (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length));
    }

    [Fact]
    public async Task Strangers_and_handshakes_do_not_reach_the_bot()
    {
        await using var bot = await FakeServer.StartAsync(SaysYes);
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));

        var stranger = await host.PostUpdateAsync(secret: "wrong");
        var handshake = await host.Anyone.GetAsync($"/hooks/ep-whatsapp?hub.mode=subscribe&hub.verify_token={Gateways.VerifyToken}&hub.challenge=42", Cancel);
        var forged = await host.PostAsync("{\"entry\":[]}", path: "/hooks/ep-whatsapp", by: host.Anyone, headers: ("X-Hub-Signature-256", "sha256=00"));

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized], new[] { stranger, handshake, forged }.Select(answer => answer.StatusCode));
        Assert.Equal("42", await handshake.Content.ReadAsStringAsync(Cancel));
        Assert.Empty(bot.Calls);
    }

    [Fact]
    public async Task Pausing_stops_our_recording_and_not_the_bot()
    {
        await using var bot = await FakeServer.StartAsync(SaysYes);
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));
        await host.Get<PauseEndpoint>().HandleAsync("ep-telegram", true, Cancel);

        var answer = await host.PostUpdateAsync();

        Assert.Equal("yes", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Single(bot.Calls);
        Assert.Empty(await host.EventsAsync());
    }

    [Fact]
    public async Task What_we_cannot_read_goes_on_to_the_bot_and_waits_in_quarantine()
    {
        await using var bot = await FakeServer.StartAsync(SaysYes);
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address));

        var answer = await host.PostUpdateAsync("{not json");

        Assert.Equal("yes", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("{not json", Encoding.UTF8.GetString(Assert.Single(bot.Calls).Body));
        Assert.Single((await IngestHost.JsonAsync(await host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("ftp://bot.example/x")]
    [InlineData("/webhook")]
    [InlineData("https://user:word@bot.example/")]
    public async Task An_address_that_is_none_stops_the_start_and_is_not_repeated(string address)
    {
        var problem = await Assert.ThrowsAnyAsync<Exception>(async () => await IngestHost.StartAsync(null, InFrontOf(address)));

        var line = ConfigurationProblem.LineOf(problem);
        Assert.Contains("Provisioning:Endpoints:0:ForwardUrl", line, StringComparison.Ordinal);
        Assert.DoesNotContain(address, line, StringComparison.Ordinal);
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
