using System.Text;
using AuditDashboard.Channels;
using AuditDashboard.Conversations.Story;
using Microsoft.AspNetCore.WebUtilities;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>The very bytes of a message with its three buttons.</summary>
public sealed class KeyboardTests(Benches benches) : IClassFixture<Benches>
{
    [Fact]
    public async Task Telegram_gets_plain_text_and_two_rows()
    {
        var (_, body) = await SentAsync("telegram");

        Assert.Equal(
            """{"chat_id":700000101,"text":"Анна_К, придёте?","reply_markup":{"inline_keyboard":[[{"text":"✅ Приду","callback_data":"rem:ok:4711"},{"text":"❌ Отменить","callback_data":"rem:no:4711"}],[{"text":"\uD83D\uDD01 Перенести","callback_data":"rem:mv:4711"}]]}}""",
            body);
    }

    [Fact]
    public async Task Max_gets_a_keyboard_as_an_attachment_and_the_client_in_the_address()
    {
        var (target, body) = await SentAsync("max");

        Assert.Equal("/messages?user_id=80000301", target);
        Assert.Equal(
            """{"text":"Анна_К, придёте?","attachments":[{"type":"inline_keyboard","payload":{"buttons":[[{"type":"callback","text":"✅ Приду","payload":"rem:ok:4711"},{"type":"callback","text":"❌ Отменить","payload":"rem:no:4711"}],[{"type":"callback","text":"\uD83D\uDD01 Перенести","payload":"rem:mv:4711"}]]}}],"notify":true}""",
            body);
    }

    [Fact]
    public async Task Vk_gets_payloads_that_are_json_themselves()
    {
        var (_, body) = await SentAsync("vk");

        var form = QueryHelpers.ParseQuery(body);
        Assert.Equal(("50000401", "Анна_К, придёте?", "5.199"), ((string?)form["peer_id"], (string?)form["message"], (string?)form["v"]));
        Assert.True(int.Parse(form["random_id"]!, System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.Equal(
            """{"inline":true,"buttons":[[{"action":{"type":"callback","label":"✅ Приду","payload":"{\"cmd\":\"rem\",\"a\":\"ok\",\"id\":\"4711\"}"}},{"action":{"type":"callback","label":"❌ Отменить","payload":"{\"cmd\":\"rem\",\"a\":\"no\",\"id\":\"4711\"}"}}],[{"action":{"type":"callback","label":"\uD83D\uDD01 Перенести","payload":"{\"cmd\":\"rem\",\"a\":\"mv\",\"id\":\"4711\"}"}}]]}""",
            form["keyboard"]);
    }

    [Fact]
    public async Task WhatsApp_gets_reply_buttons_within_the_window()
    {
        var (target, body) = await SentAsync("whatsapp");

        Assert.Equal("/v25.0/106540352242922/messages", target);
        Assert.Equal(
            """{"messaging_product":"whatsapp","recipient_type":"individual","to":"79000000201","type":"interactive","interactive":{"type":"button","body":{"text":"Анна_К, придёте?"},"action":{"buttons":[{"type":"reply","reply":{"id":"rem:ok:4711","title":"✅ Приду"}},{"type":"reply","reply":{"id":"rem:no:4711","title":"❌ Отменить"}},{"type":"reply","reply":{"id":"rem:mv:4711","title":"\uD83D\uDD01 Перенести"}}]}}}""",
            body);
    }

    [Theory]
    [InlineData("greenapi", """{"chatId":"79000000501@c.us","message":"Анна_К, придёте?\n\nОтветьте: да / нет / перенести"}""")]
    [InlineData("wazzup", """{"channelId":"e0629e11-0f67-4567-92a9-2237e91ec1b9","chatType":"whatsapp","chatId":"79000000601","text":"Анна_К, придёте?\n\nОтветьте: да / нет / перенести","crmMessageId":""")]
    public async Task A_gateway_without_buttons_asks_for_an_answer_in_words(string kind, string start)
    {
        var (_, body) = await SentAsync(kind);

        Assert.StartsWith(start, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_words_that_are_understood_are_asked_for_and_only_those_there_are_buttons_for()
    {
        var bench = await benches.OfAsync("greenapi");

        await bench.SendAsync(bench.Message("Придёте?") with { Buttons = SendingBench.Buttons.Take(2).ToList() });

        Assert.EndsWith("\\n\\nОтветьте: да / нет\"}", bench.Emulator.LastBody, StringComparison.Ordinal);
        Assert.True(Phrases.IsYes("да") && Phrases.IsNo("нет") && Phrases.IsWishToMove("перенести"));
    }

    [Fact]
    public async Task Half_a_character_in_a_text_keeps_nothing_from_being_sent()
    {
        var bench = await benches.OfAsync("telegram");

        Assert.Equal(SendState.Sent, (await bench.SendAsync(bench.Message("Анна \ud83d ждём"))).State);
        Assert.Contains("Анна \ufffd ждём", bench.Emulator.LastBody, StringComparison.Ordinal);
    }

    private async Task<(string Target, string Body)> SentAsync(string kind)
    {
        var bench = await benches.OfAsync(kind);
        Assert.Equal(SendState.Sent, (await bench.SendAsync(bench.Message("Анна_К, придёте?") with { Buttons = SendingBench.Buttons })).State);
        var call = Assert.Single(bench.Emulator.Calls);
        return (call.Target, Encoding.UTF8.GetString(call.Body));
    }
}
