using System.Text;
using System.Text.Json;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Health;
using AuditDashboard.Channels.Probes;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Probes;

/// <summary>Every service as it is and as it fails, over real HTTP.</summary>
public sealed class ProbeChannelsTests : IAsyncLifetime
{
    private FakeServices _services = null!;
    private IngestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _services = await FakeServices.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Theory]
    [InlineData("telegram", "ok")]
    [InlineData("max", "ok")]
    [InlineData("vk", "ok")]
    [InlineData("greenapi", "ok")]
    public async Task A_connection_that_stands_is_found_standing(string kind, string code)
    {
        Assert.Equal(code, (await ProbeAsync(kind)).Code);
        Assert.Empty(await WarningsAsync());
    }

    [Theory]
    [InlineData("telegram")]
    [InlineData("max")]
    [InlineData("vk")]
    [InlineData("greenapi")]
    public async Task A_token_that_was_taken_back_is_told_at_once_and_once(string kind)
    {
        _services.Token = "another";

        var found = await ProbeAsync(kind);
        await SweepAsync();

        Assert.Equal(("token-revoked", false), (found.Code, found.IsGood));
        var warning = Assert.Single(await WarningsAsync());
        Assert.Equal(("probe", "token-revoked", $"ep-{kind}"), (warning.Content!.DataText("reason"), warning.Content.DataText("code"), warning.Content.DataText("endpoint")));
    }

    [Theory]
    [InlineData("500", "down")]
    [InlineData("429", "limited")]
    [InlineData("garbage", "odd")]
    public async Task A_fault_of_the_service_is_told_when_it_is_found_twice(string fault, string code)
    {
        foreach (var kind in new[] { "telegram", "max", "vk", "greenapi" })
        {
            _services.Fault = "";
            await ProbeAsync(kind);
            _services.Fault = fault;

            await SweepAsync();
            Assert.Empty(await WarningsAsync());
            await SweepAsync();
            await SweepAsync();

            Assert.Equal(code, (await FoundAsync(kind)).Code);
            Assert.Single(await WarningsAsync());
            _services.Fault = "";
            await SweepAsync();
            Assert.True((await FoundAsync(kind)).IsGood);
            await _host.DisposeAsync();
        }

        await StartAsync("max");
    }

    [Fact]
    public async Task A_service_that_hangs_is_left_after_ten_seconds()
    {
        await StartAsync("telegram");
        _services.Fault = "hang";

        var sweeping = _host.Get<ProbeChannels>().HandleAsync(Cancel);
        while (!_services.Calls.Any())
        {
            await Task.Yield();
        }

        _host.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(sweeping.IsCompleted);
        _host.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await sweeping;

        Assert.Equal("timeout", (await FoundAsync("telegram")).Code);
    }

    [Theory]
    [InlineData("", "webhook-absent")]
    [InlineData("https://bot.example/telegram", "webhook-elsewhere")]
    [InlineData("https://old-name.salon.example/hooks/ep-telegram", "ok")]
    public async Task Telegram_says_where_it_calls(string url, string code)
    {
        _services.WebhookUrl = url;
        _services.Pending = 12;

        var found = await ProbeAsync("telegram");

        Assert.Equal((code, 12L), (found.Code, found.Pending));
    }

    [Fact]
    public async Task What_went_wrong_at_telegram_lately_is_shown_without_the_secrets_in_it()
    {
        _services.WebhookError = "Wrong response from the webhook: 401 Unauthorized (secret-0001)";
        _services.WebhookErrorAt = new DateTimeOffset(2026, 11, 22, 9, 55, 0, TimeSpan.Zero).ToUnixTimeSeconds();

        var found = await ProbeAsync("telegram");
        _host.Clock.Advance(TimeSpan.FromMinutes(6));
        await SweepAsync();

        Assert.Equal(("webhook-failing", "Wrong response from the webhook: 401 Unauthorized (***)"), (found.Code, found.Detail));
        Assert.Equal("ok", (await FoundAsync("telegram")).Code);
    }

    [Fact]
    public async Task Events_that_arrive_matter_more_than_the_address_a_service_lists()
    {
        _services.WebhookUrl = "https://relay.example/telegram";
        await StartAsync("telegram");
        await _host.PostAsync("{\"update_id\":1,\"poll\":{}}", path: "/hooks/ep-telegram", by: _host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", "secret-0001"));

        await SweepAsync();

        Assert.Equal("ok", (await FoundAsync("telegram")).Code);
    }

    [Fact]
    public async Task A_subscription_that_max_dropped_is_made_anew_with_the_secret_and_told()
    {
        _services.Subscriptions.Add("https://somebody.example/max");
        await StartAsync("max", subscribed: false);

        await SweepAsync();

        Assert.Equal("resubscribed", (await FoundAsync("max")).Code);
        var made = JsonElement.Parse(_services.Calls.Single(call => call.Method == "POST").Body);
        Assert.Equal(("https://log.salon.example/hooks/ep-max", "secret-0001"), (made.GetProperty("url").GetString(), made.GetProperty("secret").GetString()));
        Assert.Contains("message_callback", made.GetProperty("update_types").EnumerateArray().Select(type => type.GetString()));
        Assert.Equal("resubscribed", Assert.Single(await WarningsAsync()).Content!.DataText("code"));
        await SweepAsync();
        Assert.Equal("ok", (await FoundAsync("max")).Code);
        Assert.Single(_services.Calls, call => call.Method == "POST");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://log.salon.example")]
    [InlineData("https://log.salon.example:8443")]
    public async Task Max_is_not_told_an_address_it_would_not_take(string? address)
    {
        await StartAsync("max", subscribed: false, address);

        await SweepAsync();

        Assert.Equal("address-unknown", (await FoundAsync("max")).Code);
        Assert.DoesNotContain(_services.Calls, call => call.Method == "POST");
    }

    [Theory]
    [InlineData("failed", "webhook-disabled")]
    [InlineData("unconfigured", "webhook-unconfirmed")]
    [InlineData("wait", "webhook-waiting")]
    public async Task Vk_says_what_became_of_our_server(string status, string code)
    {
        await StartAsync("vk");
        _services.VkAnswer = VkServers("https://log.salon.example/hooks/ep-vk", status);

        await SweepAsync();

        Assert.Equal(code, (await FoundAsync("vk")).Code);
        Assert.Contains("group_id=77", Encoding.UTF8.GetString(_services.Calls.Last().Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"error_code":15,"error_msg":"Access denied"} }""", "token-rights")]
    [InlineData("""{"error":{"error_code":6} }""", "limited")]
    [InlineData("""{"response":{"count":0,"items":[]} }""", "webhook-absent")]
    public async Task Vk_tells_its_errors_with_200(string answer, string code)
    {
        await StartAsync("vk");
        _services.VkAnswer = answer;

        await SweepAsync();

        Assert.Equal(code, (await FoundAsync("vk")).Code);
    }

    [Theory]
    [InlineData("notAuthorized", "state-signed-out")]
    [InlineData("blocked", "state-blocked")]
    [InlineData("yellowCard", "state-warned")]
    [InlineData("sleepMode", "state-asleep")]
    [InlineData("suspended", "state-suspended")]
    [InlineData("starting", "state-starting")]
    [InlineData("somethingNew", "odd")]
    public async Task Green_says_what_the_account_is_doing(string state, string code)
    {
        _services.State = state;

        Assert.Equal(code, (await ProbeAsync("greenapi")).Code);
        Assert.NotEmpty(HealthWords.ToDo(code));
    }

    [Fact]
    public async Task Private_networks_are_not_called_unless_that_is_allowed()
    {
        _host = await IngestHost.StartAsync(null, [.. Settings("telegram"), ("Outbound:AllowPrivateNetworks", "false")]);

        await SweepAsync();

        Assert.Equal("unreachable", (await FoundAsync("telegram")).Code);
        Assert.Empty(_services.Calls);
    }

    [Fact]
    public async Task A_paused_endpoint_is_left_alone_and_the_last_known_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        _services.Token = "another";
        await using (var first = await IngestHost.StartAsync(folder, Settings("telegram")))
        {
            await first.Get<ProbeChannels>().HandleAsync(Cancel);
        }

        _host = await IngestHost.StartAsync(folder, Settings("telegram"));
        await _host.Get<PauseEndpoint>().HandleAsync("ep-telegram", true, Cancel);
        await SweepAsync();

        Assert.Equal("token-revoked", (await FoundAsync("telegram")).Code);
        Assert.Single(_services.Calls);
    }

    private async Task<ConnectionHealth.Probed> ProbeAsync(string kind)
    {
        await StartAsync(kind);
        await SweepAsync();
        return await FoundAsync(kind);
    }

    private async Task StartAsync(string kind, bool subscribed = true, string? address = "https://log.salon.example")
    {
        if (subscribed)
        {
            _services.Subscriptions.Add("https://log.salon.example/hooks/ep-max");
            _services.VkAnswer = VkServers("https://log.salon.example/hooks/ep-vk", "ok");
        }

        _host = await IngestHost.StartAsync(null, [.. Settings(kind), ("PublicBaseUrl", address)]);
    }

    private (string, string?)[] Settings(string kind) =>
    [
        .. EndpointSettings.Of(
            kind, ("Secret", "secret-0001"), ("BotToken", "123:TOKEN"), ("AccessToken", "123:TOKEN"), ("ApiToken", "123:TOKEN"), ("GroupId", "77"), ("InstanceId", "1101"),
            ("ConfirmationCode", "abc"), ("ApiBaseUrl", _services.Address + "/")),
        ("Outbound:AllowPrivateNetworks", "true"), ("PublicBaseUrl", "https://log.salon.example"),
    ];

    private static string VkServers(string url, string status) =>
        $$"""{"response":{"count":2,"items":[{"id":1,"title":"other","url":"https://other.example/vk","status":"ok"},{"id":2,"title":"audit","url":"{{url}}","status":"{{status}}"}]} }""";

    private Task SweepAsync() => _host.Get<ProbeChannels>().HandleAsync(Cancel);

    private async Task<ConnectionHealth.Probed> FoundAsync(string kind) => (await _host.Get<HealthQuery>().RunAsync(Cancel))[("salon-bot", $"ep-{kind}")].Probe!;

    private async Task<List<StoredEvent>> WarningsAsync() => [.. (await _host.EventsAsync()).Where(stored => stored.Type == EventTypes.ChannelWarning)];
}
