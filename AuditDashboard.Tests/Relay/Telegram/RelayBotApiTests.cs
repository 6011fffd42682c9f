using System.Net;
using System.Text;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuditDashboard.Tests.Relay.Telegram;

public sealed class RelayBotApiTests
{
    private const string Base = "/relay/telegram/bot" + FakeBotApi.Token;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_call_and_the_answer_pass_unchanged()
    {
        await using var bot = await BotThroughRelay.StartAsync();
        var body = """{ "chat_id": 700000101,  "text": "Да\u0021" }""";

        var answer = await bot.PostAsync(Base + "/sendMessage?disable_notification=true", new StringContent(body, Encoding.UTF8, "application/json"));

        var call = Assert.Single(bot.Api.Calls);
        Assert.Equal(("POST", $"/bot{FakeBotApi.Token}/sendMessage?disable_notification=true", body), (call.Method, call.Target, Encoding.UTF8.GetString(call.Body)));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("""{"ok":true,"result":{"message_id":101,""", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_nobody_has_is_refused_in_telegrams_own_words()
    {
        await using var bot = await BotThroughRelay.StartAsync();

        var answer = await bot.CallAsync("getMe", token: "1:wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Empty(bot.Api.Calls);
    }

    [Fact]
    public async Task An_upload_streams_through_and_its_caption_is_logged()
    {
        await using var bot = await BotThroughRelay.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("700000101"), "chat_id" }, { new StringContent("Прайс"), "caption" },
            { new ByteArrayContent(new byte[5_000_000]), "document", "price.pdf" },
        };

        var answer = await bot.PostAsync(Base + "/sendDocument", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(Assert.Single(bot.Api.Calls).Body.Length > 5_000_000);
        var sent = Assert.Single(await bot.Host.EventsAsync());
        Assert.Equal(("message.sent", "media", "Прайс", "document", "d-1"), (sent.Type, sent.Content!.Kind, sent.Content.Text, sent.Content.Media!.Kind, sent.Content.Media.FileId));
    }

    [Fact]
    public async Task A_file_comes_down_whole_and_unlogged()
    {
        await using var bot = await BotThroughRelay.StartAsync();

        var file = await bot.Host.Anyone.GetByteArrayAsync($"/relay/telegram/file/bot{FakeBotApi.Token}/voice/file_1.oga", Cancel);

        Assert.Equal(300_000, file.Length);
        Assert.Empty(await bot.Host.EventsAsync());
    }

    [Fact]
    public async Task A_bot_api_that_is_away_gives_502_and_the_failed_send_is_logged()
    {
        await using var bot = await BotThroughRelay.StartAsync();
        await bot.Api.DisposeAsync();

        var answer = await bot.CallAsync("sendMessage", new { chat_id = 700000101, text = "Да" });

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.False((await IngestHost.JsonAsync(answer)).GetProperty("ok").GetBoolean());
        var failed = Assert.Single(await bot.Host.EventsAsync());
        Assert.Equal(("delivery.failed", 502), (failed.Type, failed.Content!.DataMember("code")!.Value.GetInt32()));
    }

    [Fact]
    public async Task A_private_network_is_called_only_where_that_is_allowed()
    {
        await using var bot = await BotThroughRelay.StartAsync(privateNetworks: false);

        Assert.Equal(HttpStatusCode.BadGateway, (await bot.CallAsync("getMe")).StatusCode);
        Assert.Empty(bot.Api.Calls);
    }

    [Fact]
    public async Task A_call_in_which_nothing_moves_ends_after_two_minutes()
    {
        await using var bot = await BotThroughRelay.StartAsync();

        var waiting = bot.CallAsync("sendMessage", new { chat_id = 600, text = "Да" });
        while (bot.Api.Calls.IsEmpty)
        {
            await Task.Delay(5, Cancel);
        }

        bot.Host.Clock.Advance(TimeSpan.FromSeconds(121));

        Assert.Equal(HttpStatusCode.GatewayTimeout, (await waiting).StatusCode);
    }

    [Fact]
    public async Task A_paused_endpoint_relays_and_logs_nothing()
    {
        await using var bot = await BotThroughRelay.StartAsync();
        await bot.Host.Get<PauseEndpoint>().HandleAsync("ep-telegram", true, Cancel);

        Assert.Equal(HttpStatusCode.OK, (await bot.CallAsync("sendMessage", new { chat_id = 700000101, text = "Да" })).StatusCode);
        Assert.Empty(await bot.Host.EventsAsync());
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_does_not_stop_the_bot()
    {
        await using var bot = await BotThroughRelay.StartAsync(also: builder => builder.Services.AddSingleton<IAppendStep>(new FullDisk()));

        Assert.Equal(HttpStatusCode.OK, (await bot.CallAsync("sendMessage", new { chat_id = 700000101, text = "Да" })).StatusCode);
        Assert.Empty(await bot.Host.EventsAsync());
    }

    [Fact]
    public async Task The_token_stands_in_no_log_and_in_no_event()
    {
        using var lines = new LogLines();
        await using var bot = await BotThroughRelay.StartAsync(also: builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines);
        });

        await bot.CallAsync("sendMessage", new { chat_id = 700000101, text = "Да" });
        await bot.CallAsync("sendMessage", new { chat_id = 403, text = "Да" });
        await bot.Api.DisposeAsync();
        await bot.CallAsync("sendMessage", new { chat_id = 700000101, text = "Да" });
        await bot.CallAsync("getMe", token: "1:wrong-token-of-a-stranger");

        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, line => line.Contains("AAF-fake", StringComparison.Ordinal) || line.Contains("wrong-token", StringComparison.Ordinal));
        foreach (var stored in await bot.Host.EventsAsync())
        {
            Assert.DoesNotContain("AAF-fake", Encoding.UTF8.GetString((await bot.Host.Get<IEventReader>().PayloadAsync(stored.Seq, Cancel))!), StringComparison.Ordinal);
        }
    }

    private sealed class FullDisk : IAppendStep
    {
        public int Order => 0;

        public void Apply(AppendBatch batch) => throw new SqliteException("database or disk is full", 13);

        public void Forget()
        {
        }
    }
}
