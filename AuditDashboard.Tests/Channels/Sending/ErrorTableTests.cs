using AuditDashboard.Channels;
using AuditDashboard.Tests.Channels.Sending.Emulators;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>Every row of the contract's tables of errors, in the service's own words.</summary>
public sealed class ErrorTableTests(Benches benches) : IClassFixture<Benches>
{
    [Theory]
    [InlineData(400, "Bad Request: chat not found", SendState.Unreachable, "chat-not-found")]
    [InlineData(400, "Bad Request: message is too long", SendState.Misconfigured, "400")]
    [InlineData(401, "Unauthorized", SendState.Misconfigured, "token-revoked")]
    [InlineData(403, "Forbidden: bot was blocked by the user", SendState.Unreachable, "blocked")]
    [InlineData(403, "Forbidden: user is deactivated", SendState.Unreachable, "deactivated")]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", SendState.Unreachable, "not-started")]
    [InlineData(403, "Forbidden: something new", SendState.Unreachable, "403")]
    [InlineData(404, "Not Found", SendState.Misconfigured, "token-unknown")]
    [InlineData(409, "Conflict: terminated by other getUpdates request; can't use getUpdates while webhook is active", SendState.Misconfigured, "conflict")]
    [InlineData(500, "Internal Server Error", SendState.Later, "500")]
    [InlineData(502, "Bad Gateway", SendState.Later, "502")]
    [InlineData(504, "Gateway Timeout: the Bot API does not answer", SendState.Uncertain, "504")]
    public Task Telegram_says_no(int code, string words, SendState state, string reason) =>
        CheckAsync("telegram", Fault.Of(code, $$"""{"ok":false,"error_code":{{code}},"description":"{{words}}"}"""), new SendResult(state, Code: reason));

    [Fact]
    public Task Telegram_says_how_long_to_wait() =>
        CheckAsync("telegram", new TelegramService().Limited(17), new SendResult(SendState.Later, Code: "429", RetryAfter: TimeSpan.FromSeconds(17)));

    [Fact]
    public async Task Telegram_moves_a_chat_and_the_message_follows_once()
    {
        var bench = await benches.OfAsync("telegram");
        var moved = Fault.Of(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1002000000999}}""");
        bench.Emulator.Faults.Enqueue(moved);
        bench.Emulator.Faults.Enqueue(moved);

        var twice = await bench.SendAsync();
        bench.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        var once = await bench.SendAsync(moved);

        Assert.Equal((SendState.Misconfigured, SendState.Sent), (twice.State, once.State));
        Assert.Equal("tg:-1002000000999", Assert.Single(bench.Emulator.Accepted.All).Chat);
        Assert.Equal(4, bench.Emulator.Calls.Count);
    }

    [Theory]
    [InlineData(400, "proto.payload", SendState.Misconfigured)]
    [InlineData(400, "attachment.not.ready", SendState.Later)]
    [InlineData(401, "verify.token", SendState.Misconfigured)]
    [InlineData(403, "chat.denied", SendState.Unreachable)]
    [InlineData(404, "dialog.not.found", SendState.Unreachable)]
    [InlineData(405, "method.not.allowed", SendState.Misconfigured)]
    public Task Max_says_no(int status, string code, SendState state) =>
        CheckAsync("max", Fault.Of(status, $$"""{"code":"{{code}}","message":"Key: errors.process"}"""), new SendResult(state, Code: code));

    [Theory]
    [InlineData(429, 5)]
    [InlineData(503, null)]
    public Task Max_is_busy(int status, int? seconds) => CheckAsync(
        "max", Fault.Of(status, """{"code":"service.unavailable","message":"try later"}"""),
        new SendResult(SendState.Later, Code: status == 429 ? "service.unavailable" : "http-503", RetryAfter: seconds is { } wait ? TimeSpan.FromSeconds(wait) : null));

    [Theory]
    [InlineData(901, SendState.Unreachable, null)]
    [InlineData(900, SendState.Unreachable, null)]
    [InlineData(902, SendState.Unreachable, null)]
    [InlineData(18, SendState.Unreachable, null)]
    [InlineData(6, SendState.Later, 1)]
    [InlineData(9, SendState.Later, 60)]
    [InlineData(29, SendState.Later, 60)]
    [InlineData(1, SendState.Later, null)]
    [InlineData(10, SendState.Later, null)]
    [InlineData(5, SendState.Misconfigured, null)]
    [InlineData(7, SendState.Misconfigured, null)]
    [InlineData(914, SendState.Misconfigured, null)]
    [InlineData(4242, SendState.Misconfigured, null)]
    public Task Vk_says_no_with_200(int code, SendState state, int? seconds) => CheckAsync(
        "vk", Fault.Of(200, $$$"""{"error":{"error_code":{{{code}}},"error_msg":"Can't send messages","request_params":[]}}"""),
        new SendResult(state, Code: Emulator.Text(code), RetryAfter: seconds is { } wait ? TimeSpan.FromSeconds(wait) : null));

    [Theory]
    [InlineData("131047 131026 131049 130472", SendState.Unreachable, null)]
    [InlineData("131056", SendState.Later, 4)]
    [InlineData("130429 80007 4", SendState.Later, 60)]
    [InlineData("131000 131016 2", SendState.Later, null)]
    [InlineData("131048 131051 131031 131045 133010", SendState.Misconfigured, null)]
    [InlineData("132000 132001 132005 132007 132012 132015 132016", SendState.Misconfigured, null)]
    [InlineData("190 0 10 200 299 100", SendState.Misconfigured, null)]
    public async Task WhatsApp_says_no(string codes, SendState state, int? seconds)
    {
        foreach (var code in codes.Split(' '))
        {
            var status = code is "131000" or "131016" or "2" ? 500 : 400;
            await CheckAsync(
                "whatsapp", Fault.Of(status, WhatsAppService.Error(status, int.Parse(code, System.Globalization.CultureInfo.InvariantCulture), "no").Body),
                new SendResult(state, Code: code, RetryAfter: seconds is { } wait ? TimeSpan.FromSeconds(wait) : null));
        }
    }

    [Theory]
    [InlineData(400, """{"message":"instance in starting process try later"}""", SendState.Later, "instance-starting", 60)]
    [InlineData(400, """{"message":"instance is starting or not authorized"}""", SendState.Misconfigured, "signed-out", null)]
    [InlineData(400, """{"statusCode":400,"message":"Validation failed. Details: 'chatId' is invalid"}""", SendState.Unreachable, "chat-invalid", null)]
    [InlineData(400, """{"message":"bad request data"}""", SendState.Misconfigured, "400", null)]
    [InlineData(401, "", SendState.Misconfigured, "token-revoked", null)]
    [InlineData(466, """{"correspondentsStatus":{"status":"CORRESPONDENTS_QUOTE_EXCEEDED"}}""", SendState.Misconfigured, "quota", null)]
    [InlineData(429, "", SendState.Later, "429", 5)]
    [InlineData(499, "", SendState.Uncertain, "http-499", null)]
    [InlineData(500, "", SendState.Later, "http-500", null)]
    public Task Green_says_no(int status, string body, SendState state, string code, int? seconds) =>
        CheckAsync("greenapi", Fault.Of(status, body), new SendResult(state, Code: code, RetryAfter: seconds is { } wait ? TimeSpan.FromSeconds(wait) : null));

    [Theory]
    [InlineData(400, "BAD_CONTACT", SendState.Unreachable, "BAD_CONTACT")]
    [InlineData(400, "MESSAGES_NOT_TEXT_FIRST", SendState.Unreachable, "MESSAGES_NOT_TEXT_FIRST")]
    [InlineData(400, "CHANNEL_BLOCKED", SendState.Misconfigured, "CHANNEL_BLOCKED")]
    [InlineData(400, "CHANNEL_NO_MONEY", SendState.Misconfigured, "CHANNEL_NO_MONEY")]
    [InlineData(400, "repeatedCrmMessageId", SendState.Sent, "repeatedCrmMessageId")]
    [InlineData(401, "Unauthorized", SendState.Misconfigured, "token-revoked")]
    [InlineData(500, "INTERNAL", SendState.Later, "http-500")]
    public Task Wazzup_says_no(int status, string error, SendState state, string code) =>
        CheckAsync("wazzup", Fault.Of(status, $$"""{"error":"{{error}}","description":"no"}"""), new SendResult(state, Code: code));

    [Theory]
    [InlineData("vk")]
    [InlineData("wazzup")]
    public async Task A_repeat_under_the_same_key_is_the_same_message_where_the_service_drops_repeats(string kind)
    {
        var bench = await benches.OfAsync(kind);
        Assert.True((await bench.SendAsync(Fault.Drop)).DropsRepeats);
        bench.Host.Clock.Advance(TimeSpan.FromSeconds(2));

        var again = await bench.SendAsync();
        bench.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        await bench.SendAsync(bench.Message("Другое", "B-2/24h"));

        Assert.Equal(SendState.Sent, again.State);
        Assert.Equal(2, bench.Emulator.Accepted.All.Count);
    }

    private async Task CheckAsync(string kind, Fault fault, SendResult expected)
    {
        var bench = await benches.OfAsync(kind);

        Assert.Equal(expected, await bench.SendAsync(fault));
        Assert.Single(bench.Emulator.Calls);
    }
}
