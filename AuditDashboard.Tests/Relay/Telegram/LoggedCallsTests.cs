using System.Globalization;
using System.Net;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Relay.Telegram;

/// <summary>What a bot does through the Bot API, as it stands in the log.</summary>
public sealed class LoggedCallsTests : IAsyncLifetime
{
    private const long Anna = 700000101;

    private BotThroughRelay Bot { get; set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Bot = await BotThroughRelay.StartAsync();

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    [Fact]
    public async Task A_message_is_the_assistants_and_has_telegrams_number_and_time()
    {
        await Bot.CallAsync("sendMessage", new { chat_id = Anna, text = "Есть в 14:30. Телефон +7 900 000-01-01", reply_markup = new { inline_keyboard = Array.Empty<object>() } });

        var sent = await OneAsync();
        Assert.Equal(("tg-out-700000101-101", "message.sent", "ai", "telegram", "ep-telegram"), (sent.Id, sent.Type, sent.Content!.Actor, sent.Content.Channel, sent.Endpoint));
        Assert.Equal(("tg:700000101", "Анна", "tg:700000101/101", "text", "Есть в 14:30. Телефон +7 900 000-01-01"), (sent.Content.Client!.Id, sent.Content.Client.Name, sent.Content.ExternalId, sent.Content.Kind, sent.Content.Text));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(FakeBotApi.Date), sent.OccurredAt);
        Assert.Null(sent.Content.Client.Phone);
    }

    [Theory]
    [InlineData("sendPhoto", "media", "photo", "p-2")]
    [InlineData("sendVoice", "voice", "voice", "v-1")]
    [InlineData("SENDDOCUMENT", "media", "document", "d-1")]
    public async Task Media_keep_their_kind_and_caption(string method, string kind, string media, string file)
    {
        await Bot.CallAsync(method, new { chat_id = Anna, caption = "Вот", photo = "p-2" });

        var sent = await OneAsync();
        Assert.Equal((kind, "Вот", media, file), (sent.Content!.Kind, sent.Content.Text, sent.Content.Media!.Kind, sent.Content.Media.FileId));
    }

    [Fact]
    public async Task An_album_is_as_many_messages_as_it_has_pictures()
    {
        await Bot.CallAsync("sendMediaGroup", new { chat_id = Anna, media = Array.Empty<object>() });

        Assert.Equal(["tg-out-700000101-101", "tg-out-700000101-102"], (await Bot.Host.EventsAsync()).Select(sent => sent.Id));
    }

    [Theory]
    [InlineData("?chat_id=700000101&text=%D0%94%D0%B0", "", "")]
    [InlineData("", "application/x-www-form-urlencoded", "chat_id=700000101&text=%D0%94%D0%B0")]
    public async Task Parameters_may_stand_in_the_query_or_in_a_form(string query, string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = type.Length > 0 ? new(type) : null;

        await Bot.PostAsync($"/relay/telegram/bot{FakeBotApi.Token}/sendMessage{query}", content);

        Assert.Equal("Да", (await OneAsync()).Content!.Text);
    }

    [Fact]
    public async Task Edits_and_deletions_name_the_message_they_are_about()
    {
        await Bot.CallAsync("sendMessage", new { chat_id = Anna, text = "Раз" });
        await Bot.CallAsync("editMessageText", new { chat_id = Anna, message_id = 101, text = "Два" });
        await Bot.CallAsync("editMessageText", new { chat_id = Anna, message_id = 101, text = "Три" });
        await Bot.CallAsync("editMessageText", new { chat_id = Anna, message_id = 101, text = "Три" });
        await Bot.CallAsync("deleteMessage", new { chat_id = Anna, message_id = 101 });
        await Bot.CallAsync("deleteMessages", new { chat_id = Anna, message_ids = "[101,102]" });

        var events = await Bot.Host.EventsAsync();
        Assert.Equal(
            ["message.sent Раз 101", "message.edited Два 101", "message.edited Три 101", "message.deleted  101", "message.deleted  102"],
            events.Select(told => $"{told.Type} {told.Content!.Text} {told.Content.ExternalId!.Split('/')[1]}"));
        Assert.All(events, told => Assert.Equal(("ai", "tg:700000101"), (told.Content!.Actor, told.Content.Client!.Id)));
    }

    [Fact]
    public async Task A_copy_says_what_it_is_a_copy_of()
    {
        await Bot.CallAsync("copyMessage", new { chat_id = Anna, from_chat_id = -1001, message_id = 7 });

        var sent = await OneAsync();
        Assert.Equal(("tg-out-700000101-101", "tg:-1001/7"), (sent.Id, sent.Content!.DataText("copyOf")));
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", null)]
    [InlineData(429, "Too Many Requests: retry after 3", 3)]
    [InlineData(500, "Internal Server Error", null)]
    public async Task A_send_that_fails_is_a_failed_delivery_with_code_and_words(int chat, string words, int? retryAfter)
    {
        var answer = await Bot.CallAsync("sendMessage", new { chat_id = chat, text = "Ждём вас" });

        Assert.Equal((HttpStatusCode)chat, answer.StatusCode);
        Assert.Equal(words, (await IngestHost.JsonAsync(answer)).GetProperty("description").GetString());
        var failed = await OneAsync();
        Assert.Equal(("delivery.failed", $"tg:{chat}", "Ждём вас", words), (failed.Type, failed.Content!.Client!.Id, failed.Content.Text, failed.Content.DataText("reason")));
        Assert.Equal((chat, retryAfter), (failed.Content.DataMember("code")!.Value.GetInt32(), failed.Content.DataMember("retryAfterSeconds")?.GetInt32()));
    }

    [Theory]
    [InlineData("sendMessage", -1001234567890)]
    [InlineData("sendChatAction", Anna)]
    [InlineData("answerCallbackQuery", Anna)]
    [InlineData("editMessageText", 403)]
    [InlineData("setMyCommands", Anna)]
    public async Task What_is_no_talk_with_a_client_is_relayed_and_not_logged(string method, long chat)
    {
        await Bot.CallAsync(method, new { chat_id = chat, text = "x" });

        Assert.Single(Bot.Api.Calls);
        Assert.Empty(await Bot.Host.EventsAsync());
    }

    [Fact]
    public async Task A_polling_bot_is_logged_as_if_it_had_a_webhook_and_nothing_twice()
    {
        const string update = """{"update_id":5,"message":{"message_id":1,"date":1795341600,"from":{"id":700000101,"first_name":"Анна"},"chat":{"id":700000101,"type":"private"},"text":"Привет"}}""";
        const string press = """{"update_id":6,"callback_query":{"id":"9","from":{"id":700000101},"data":"menu"}}""";
        Bot.Api.Push(update);
        Bot.Api.Push(press);

        var answer = await Bot.CallAsync("getUpdates", new { timeout = 20, offset = 0 });
        await Bot.Host.PostAsync(update, path: "/hooks/ep-telegram", by: Bot.Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", "tg-secret-0001"));

        Assert.Equal(2, (await IngestHost.JsonAsync(answer)).GetProperty("result").GetArrayLength());
        var events = await Bot.Host.EventsAsync();
        Assert.Equal(["tg-5 message.received Привет", "tg-6 message.received menu"], events.Select(told => $"{told.Id} {told.Type} {told.Content!.Text}"));
    }

    [Fact]
    public async Task A_bot_that_stops_polling_ends_the_poll_behind_the_relay()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var polling = Bot.Host.Anyone.GetAsync($"/relay/telegram/bot{FakeBotApi.Token}/getUpdates?timeout=50", stop.Token);
        await PollsAsync(1);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling);
        await PollsAsync(0);
        Bot.Api.Push("""{"update_id":7,"message":{"message_id":1,"date":1795341600,"from":{"id":700000101},"chat":{"id":700000101,"type":"private"},"text":"Ещё"}}""");
        var next = await Bot.CallAsync("getUpdates", new { timeout = 20 });

        Assert.Equal(1, (await IngestHost.JsonAsync(next)).GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task A_response_time_is_counted_between_two_marks_of_telegrams_clock()
    {
        Bot.Api.Push(string.Create(CultureInfo.InvariantCulture, $$"""{"update_id":5,"message":{"message_id":1,"date":{{FakeBotApi.Date - 2}},"from":{"id":700000101},"chat":{"id":700000101,"type":"private"},"text":"Привет"} }"""));
        await Bot.CallAsync("getUpdates", new { timeout = 20 });
        await Bot.CallAsync("sendMessage", new { chat_id = Anna, text = "Да" });

        var events = await Bot.Host.EventsAsync();
        Assert.Equal(TimeSpan.FromSeconds(2), events[1].OccurredAt - events[0].OccurredAt);
        Assert.NotNull(events[0].SessionId);
        Assert.Equal(events[0].SessionId, events[1].SessionId);
    }

    private async Task PollsAsync(int count)
    {
        while (Bot.Api.Polls != count)
        {
            await Task.Delay(5, Cancel);
        }
    }

    private async Task<StoredEvent> OneAsync() => Assert.Single(await Bot.Host.EventsAsync());
}
