using System.Net;
using System.Net.Sockets;
using AuditDashboard.Channels;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Tests.Channels.Sending.Emulators;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>What holds for all six services, whatever each calls it: sent once, and the truth about what stays open.</summary>
public sealed class EverySenderTests(Benches benches) : IClassFixture<Benches>
{
    private SendingBench _bench = null!;

    public static TheoryData<string> Kinds => ["telegram", "max", "vk", "whatsapp", "greenapi", "wazzup"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("telegram", "tg:700000101/1210")]
    [InlineData("max", "mid.out1")]
    [InlineData("vk", "58")]
    [InlineData("whatsapp", "wamid.OUT1=")]
    [InlineData("greenapi", "79000000501@c.us/BAE51")]
    [InlineData("wazzup", "f66c53a6-957a-46b8-b41b-5a2ac4844001")]
    public async Task A_message_arrives_once_and_its_id_comes_back(string kind, string id)
    {
        _bench = await benches.OfAsync(kind);

        var result = await _bench.SendAsync();

        Assert.Equal(new SendResult(SendState.Sent, id), result);
        var (_, text) = Assert.Single(_bench.Emulator.Accepted.All);
        Assert.Contains("Ждём вас в субботу", text, StringComparison.Ordinal);
        Assert.Single(_bench.Emulator.Calls);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_connection_that_breaks_after_the_message_was_taken_leaves_it_open_and_is_not_repeated(string kind)
    {
        _bench = await benches.OfAsync(kind);
        await _bench.SendAsync(_bench.Message("warm-up", "warm-up"));
        _bench.Host.Clock.Advance(TimeSpan.FromSeconds(2));

        var result = await _bench.SendAsync(Fault.Drop);

        Assert.Equal((SendState.Uncertain, "connection-lost"), (result.State, result.Code));
        Assert.Equal(2, _bench.Emulator.Accepted.All.Count);
        Assert.Equal(2, _bench.Emulator.Calls.Count);
        Assert.Equal(kind is "vk" or "wazzup", result.DropsRepeats);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_service_that_takes_the_message_and_falls_silent_is_left_after_thirty_seconds(string kind)
    {
        _bench = await benches.OfAsync(kind);
        _bench.Emulator.Always = Fault.Hang;

        var sending = _bench.SendAsync();
        await _bench.Emulator.UntilCalledAsync(1);
        _bench.Host.Clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(sending.IsCompleted);
        _bench.Host.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var result = await sending;

        Assert.Equal((SendState.Uncertain, "timeout"), (result.State, result.Code));
        Assert.Single(_bench.Emulator.Calls);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_answer_nobody_can_read_leaves_open_what_a_success_would_have_been_and_blames_no_client(string kind)
    {
        _bench = await benches.OfAsync(kind);

        var stopped = await NextAsync(Fault.Stop);
        var page = await NextAsync(Fault.Page);
        var forbidden = await NextAsync(Fault.Of(403, "<html>Forbidden by the provider</html>"));
        var moved = await NextAsync(Fault.Of(302, "<html>Moved</html>"));

        Assert.Equal((SendState.Uncertain, SendState.Uncertain), (stopped.State, page.State));
        Assert.Equal((SendState.Misconfigured, SendState.Misconfigured), (forbidden.State, moved.State));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_broken_service_is_tried_later_and_a_gateway_that_waited_in_vain_leaves_it_open(string kind)
    {
        _bench = await benches.OfAsync(kind);

        foreach (var status in new[] { 500, 502, 503 })
        {
            Assert.Equal(SendState.Later, (await NextAsync(Fault.Of(status, "<html>broken</html>"))).State);
        }

        Assert.Equal(SendState.Uncertain, (await NextAsync(Fault.Of(504, ""))).State);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_could_not_be_reached_took_nothing_for_certain(string kind)
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        await using var closedBench = await SendingBench.StartAsync(kind, ("Provisioning:Endpoints:0:ApiBaseUrl", $"http://127.0.0.1:{port}"));
        await using var unnamedBench = await SendingBench.StartAsync(kind, ("Provisioning:Endpoints:0:ApiBaseUrl", "http://nobody.invalid"));

        var refused = await closedBench.SendAsync();
        var unnamed = await unnamedBench.SendAsync();

        Assert.Equal((SendState.Later, "unreachable"), (refused.State, refused.Code));
        Assert.Equal(SendState.Later, unnamed.State);
        Assert.True(unnamed.Code is "name-not-found" or "unreachable", unnamed.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Private_networks_are_not_called_unless_that_is_allowed(string kind)
    {
        await using var bench = await SendingBench.StartAsync(kind, ("Outbound:AllowPrivateNetworks", "false"));

        var result = await bench.SendAsync();

        Assert.Equal((SendState.Misconfigured, "private-network"), (result.State, result.Code));
        Assert.Empty(bench.Emulator.Calls);
    }

    [Theory]
    [InlineData("telegram", "BotToken")]
    [InlineData("max", "BotToken")]
    [InlineData("vk", "AccessToken")]
    [InlineData("whatsapp", "AccessToken")]
    [InlineData("greenapi", "ApiToken")]
    [InlineData("wazzup", "AccessToken")]
    public async Task A_token_that_does_not_count_is_ours_to_mend(string kind, string member)
    {
        await using var bench = await SendingBench.StartAsync(kind, ($"Provisioning:Endpoints:0:{member}", "1:another-token"));

        var result = await bench.SendAsync();

        Assert.Equal(SendState.Misconfigured, result.State);
        bench.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        await bench.SendAsync();
        var warning = Assert.Single(await bench.Host.EventsAsync());
        Assert.Equal(
            (EventTypes.ChannelWarning, "sending", result.Code, bench.Endpoint),
            (warning.Type, warning.Content!.DataText("reason"), warning.Content.DataText("code"), warning.Content.DataText("endpoint")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_is_called_for_what_no_channel_takes(string kind)
    {
        _bench = await benches.OfAsync(kind);
        var good = _bench.Message();

        SendResult[] results =
        [
            await _bench.SendAsync(good with { Text = " \n" }),
            await _bench.SendAsync(good with { Text = new string('я', 4097) }),
            await _bench.SendAsync(good with { Buttons = [new("Приду", "rem:ok:" + new string('1', 58))] }),
            await _bench.SendAsync(good with { EndpointId = "ep-nobody" }),
            await _bench.SendAsync(good with { Address = "ig:17840000000000001" }),
            await _bench.SendAsync(good with { Address = good.Address[..3] }),
        ];

        Assert.Equal(["text-empty", "text-too-long", "button-invalid", "endpoint-unknown", "address", "address"], results.Select(result => result.Code));
        Assert.Empty(_bench.Emulator.Calls);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_paused_endpoint_sends_nothing_and_is_not_offered(string kind)
    {
        _bench = await benches.OfAsync(kind);
        var sender = _bench.Host.Get<IMessageSender>();
        Assert.Equal(new SendingEndpoint($"ep-{kind}", kind, _bench.Service.Channel, "salon-bot", "center"), Assert.Single(sender.Endpoints()));

        await _bench.Host.Get<PauseEndpoint>().HandleAsync(_bench.Endpoint, true, Cancel);
        var result = await _bench.SendAsync();
        var offered = sender.Endpoints();
        await _bench.Host.Get<PauseEndpoint>().HandleAsync(_bench.Endpoint, false, Cancel);

        Assert.Empty(offered);
        Assert.Equal((SendState.Misconfigured, "endpoint-paused"), (result.State, result.Code));
        Assert.Empty(_bench.Emulator.Calls);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_storm_of_refusals_costs_one_try_a_window_and_the_order_is_kept(string kind)
    {
        _bench = await benches.OfAsync(kind);
        _bench.Emulator.Always = _bench.Service.Limited(17);
        Assert.Equal(TimeSpan.FromSeconds(17), (await _bench.SendAsync()).RetryAfter);

        for (var window = 2; window <= 4; window++)
        {
            _bench.Host.Clock.Advance(TimeSpan.FromSeconds(10));
            var early = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _bench.SendAsync()));
            Assert.All(early, result => Assert.Equal((SendState.Later, TimeSpan.FromSeconds(7)), (result.State, result.RetryAfter)));
            _bench.Host.Clock.Advance(TimeSpan.FromSeconds(7));
            var storm = Enumerable.Range(1, 4).Select(number => _bench.SendAsync(_bench.Message() with { Address = _bench.Service.Client[..^1] + number })).ToList();
            Assert.All(await Task.WhenAll(storm), result => Assert.Equal(SendState.Later, result.State));
            Assert.Equal(window, _bench.Emulator.Calls.Count);
        }

        _bench.Emulator.Always = null;
        _bench.Host.Clock.Advance(TimeSpan.FromSeconds(17));
        Assert.Equal(SendState.Sent, (await _bench.SendAsync()).State);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Neither_a_secret_nor_a_word_of_the_message_is_in_any_log_or_result(string kind)
    {
        _bench = await benches.OfAsync(kind);
        Fault[] faults = [Fault.Drop, Fault.Page, Fault.Of(500, "{}"), Fault.Of(400, $$"""{"code":"Ждём вас","error":"Ждём вас","message":"Ждём вас"}""")];

        List<string> said = [$"{await _bench.SendAsync()}"];
        foreach (var fault in faults)
        {
            said.Add($"{await NextAsync(fault)}");
        }

        Assert.NotEmpty(_bench.Log.All);
        Assert.DoesNotContain(said.Concat(_bench.Log.All), line => line.Contains("CANARY", StringComparison.Ordinal) || line.Contains("Ждём вас", StringComparison.Ordinal));
        Assert.DoesNotContain(_bench.Log.All, line => line.Contains(_bench.Service.Client[3..], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_stops_before_anything_left_hears_so_and_who_stops_later_hears_the_truth(string kind)
    {
        _bench = await benches.OfAsync(kind);
        var sender = _bench.Host.Get<IMessageSender>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendAsync(_bench.Message(), new CancellationToken(canceled: true)));
        Assert.Empty(_bench.Emulator.Calls);
        _bench.Host.Clock.Advance(TimeSpan.FromSeconds(2));

        using var stop = new CancellationTokenSource();
        _bench.Emulator.Always = Fault.Hang;
        var sending = sender.SendAsync(_bench.Message(), stop.Token);
        await _bench.Emulator.UntilCalledAsync(1);
        await stop.CancelAsync();
        Assert.False(sending.IsCompleted);
        _bench.Host.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(SendState.Uncertain, (await sending).State);
    }

    /// <summary>The next message to the same client, a moment later, with its own key.</summary>
    private Task<SendResult> NextAsync(Fault fault)
    {
        _bench.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        _bench.Emulator.Faults.Enqueue(fault);
        return _bench.SendAsync(_bench.Message(key: $"B-1/{_bench.Emulator.Calls.Count}"));
    }
}
