using System.Net;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.WhatsApp;

public sealed class WhatsAppKindTests : IngestTests
{
    private const string From = "\"from\":\"79000000201\",\"from_user_id\":\"RU.1\",\"timestamp\":\"1795004431\"";

    protected override (string, string?)[] Settings => Gateways.Endpoints;

    [Theory]
    [InlineData("\"type\":\"image\",\"image\":{\"id\":\"1\",\"mime_type\":\"image/jpeg\"}", "message.received", "media", null)]
    [InlineData("\"type\":\"audio\",\"audio\":{\"id\":\"1\"}", "message.received", "media", null)]
    [InlineData("\"type\":\"location\",\"location\":{\"latitude\":47.2,\"longitude\":39.7,\"name\":\"Дом\"}", "message.received", "location", null)]
    [InlineData("\"type\":\"location\",\"location\":{\"latitude\":1e400,\"longitude\":\"x\"}", "message.received", "location", null)]
    [InlineData("\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Мама\"},\"phones\":[{\"phone\":\"+7 900\",\"wa_id\":\"79000000999\"}]}]", "message.received", "contact", null)]
    [InlineData("\"type\":\"order\",\"order\":{\"catalog_id\":\"5\",\"text\":\"всё\",\"product_items\":[{},{}]}", "message.received", "order", "всё")]
    [InlineData("\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"name\":\"flow\",\"body\":\"Готово\",\"response_json\":\"{}\"}}", "message.received", "button", "Готово")]
    [InlineData("\"type\":\"request_welcome\"", "chat.started", null, null)]
    [InlineData("\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"wa_id\":\"79000000299\",\"body\":\"…\"}", "client.changed", null, null)]
    [InlineData("\"type\":\"system\",\"system\":{\"type\":\"customer_identity_changed\"}", "other", null, null)]
    [InlineData("\"type\":\"hologram\",\"hologram\":{\"a\":1}", "message.received", "unsupported", null)]
    [InlineData("\"type\":{}", "message.received", "unsupported", null)]
    [InlineData("\"type\":\"text\",\"text\":{\"body\":\"a\\uD83D b\\u0000\"}", "message.received", "text", "a\uFFFD b\uFFFD")]
    public async Task A_message_of_any_type_is_kept(string content, string type, string? kind, string? text)
    {
        var answer = await MessageAsync($"{From},\"id\":\"wamid.1==\",{content}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, kind, text), (stored.Type, stored.Content!.Kind, stored.Content.Text));
        Assert.Equal(("wa:79000000201", "+79000000201", "whatsapp"), (stored.Content.Client!.Id, stored.Content.Client.Phone, stored.Channel));
    }

    [Fact]
    public async Task A_client_without_a_number_is_known_by_the_user_id_and_has_no_phone()
    {
        await MessageAsync("\"from_user_id\":\"RU.1000000000000207\",\"timestamp\":\"1795004431\",\"id\":\"w1\",\"type\":\"text\",\"text\":{\"body\":\"Привет\"}");

        var client = Assert.Single(await Host.EventsAsync()).Content!.Client!;
        Assert.Equal(("wa:RU.1000000000000207", "Вера", null), (client.Id, client.Name, client.Phone));
    }

    [Fact]
    public async Task Without_any_sender_the_message_is_kept_and_joined_to_nobody()
    {
        await PostAsync("messages", "\"messages\":[{\"id\":\"w1\",\"type\":\"text\",\"text\":{\"body\":\"x\"}},7,null]");

        var stored = await Host.EventsAsync();
        Assert.Equal(3, stored.Count);
        Assert.All(stored, found => Assert.Equal(("other", null), (found.Type, found.Content!.Client)));
    }

    [Fact]
    public async Task An_edit_and_a_deletion_name_the_message_they_change()
    {
        await PostAsync("messages", $$"""
            "messages":[{{{From}},"id":"w2","type":"edit","edit":{"original_message_id":"w1","message":{"type":"text","text":{"body":"в воскресенье"} } } },
                        {{{From}},"id":"w3","type":"revoke","revoke":{"original_message_id":"w1"} }]
            """);

        var stored = await Host.EventsAsync();
        Assert.Equal(["message.edited", "message.deleted"], stored.Select(found => found.Type));
        Assert.All(stored, found => Assert.Equal("w1", found.Content!.ExternalId));
        Assert.Equal("в воскресенье", stored[0].Content!.Text);
    }

    [Fact]
    public async Task What_staff_typed_on_the_phone_is_sent_by_a_person()
    {
        await PostAsync("smb_message_echoes", "\"message_echoes\":[{\"from\":\"79000000001\",\"to\":\"79000000201\",\"id\":\"w1\",\"timestamp\":\"1795004431\",\"type\":\"text\",\"text\":{\"body\":\"Ждём\"}}]");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("message.sent", "human", "wa:79000000201", "Ждём"), (stored.Type, stored.Content!.Actor, stored.Content.Client!.Id, stored.Content.Text));
    }

    [Theory]
    [InlineData("message_template_status_update", "{\"event\":\"APPROVED\",\"message_template_name\":\"t\"}", "other")]
    [InlineData("message_template_status_update", "{\"event\":\"PAUSED\",\"message_template_name\":\"t\"}", "channel.warning")]
    [InlineData("account_update", "{\"event\":\"DISABLED_UPDATE\"}", "channel.warning")]
    [InlineData("account_update", "{\"event\":\"VERIFIED_ACCOUNT\"}", "other")]
    [InlineData("phone_number_quality_update", "{\"event\":\"DOWNGRADE\"}", "channel.warning")]
    [InlineData("history", "{\"history\":[]}", "other")]
    [InlineData("something_new", "7", "other")]
    public async Task News_of_the_account_are_an_alarm_or_kept(string field, string value, string type)
    {
        var body = "{\"entry\":[{\"id\":\"1\",\"time\":1795244400,\"changes\":[{\"field\":\"" + field + "\",\"value\":" + value + "}]}]}";
        await Host.PostMetaAsync("whatsapp", body);
        await Host.PostMetaAsync("whatsapp", body);

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, DateTimeOffset.FromUnixTimeSeconds(1795244400)), (stored.Type, stored.OccurredAt));
    }

    [Fact]
    public async Task Each_status_of_a_message_counts_once_whatever_the_batch_it_comes_in()
    {
        string Status(string word) => $"{{\"id\":\"wamid.1==\",\"status\":\"{word}\",\"timestamp\":\"1795165201\",\"recipient_user_id\":\"RU.5\"}}";
        await PostAsync("messages", $"\"statuses\":[{Status("read")},{Status("delivered")}]");
        await PostAsync("messages", $"\"statuses\":[{Status("delivered")},{Status("sent")},{Status("read")},{Status("sent")},{Status("played")}]");

        Assert.Equal(["delivery.read", "delivery.delivered", "delivery.sent", "other"], (await Host.EventsAsync()).Select(found => found.Type));
        Assert.All(await Host.EventsAsync(), found => Assert.Equal("wa:RU.5", found.Content!.Client!.Id));
    }

    [Fact]
    public async Task The_new_message_of_a_repeated_batch_keeps_its_own_bytes()
    {
        const string first = "{" + From + ",\"id\":\"w1\",\"type\":\"text\",\"text\":{\"body\":\"раз\"}}";
        const string second = "{" + From + ",\"id\":\"w2\",\"type\":\"text\",\"text\":{\"body\":\"\\u0434\\u0432\\u0430\"}}";
        await PostAsync("messages", $"\"messages\":[{first}]");
        await PostAsync("messages", $"\"messages\":[{first},{second}]");

        var stored = await Host.EventsAsync();
        Assert.Equal(["раз", "два"], stored.Select(found => found.Content!.Text));
        var payload = Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(stored[1].Seq, Cancel))!);
        Assert.Contains("\"raw\":" + second, payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_no_talk_with_a_client()
    {
        Assert.Equal(HttpStatusCode.OK, (await MessageAsync($"{From},\"id\":\"w1\",\"group_id\":\"g\",\"type\":\"text\",\"text\":{{\"body\":\"x\"}}")).StatusCode);
        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"entry\":{}}")]
    [InlineData("{\"entry\":[],\"\\uD800\":1}")]
    [InlineData("{\"entry\":[{\"changes\":[{\"\\uDC00\":1,\"field\":\"messages\"}]}]}")]
    [InlineData("[1]")]
    [InlineData("")]
    public async Task A_body_that_is_none_of_metas_waits_in_quarantine(string body)
    {
        Assert.Equal(HttpStatusCode.OK, (await Host.PostMetaAsync("whatsapp", body)).StatusCode);
        var kept = Assert.Single((await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items").EnumerateArray());
        Assert.Equal("json", kept.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task More_than_any_channel_puts_into_one_call_waits_in_quarantine()
    {
        await PostAsync("messages", $"\"messages\":[{string.Join(',', Enumerable.Repeat("{}", 2001))}]");

        Assert.Empty(await Host.EventsAsync());
        Assert.Single((await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items").EnumerateArray());
    }

    private Task<HttpResponseMessage> MessageAsync(string message) => PostAsync(
        "messages", "\"contacts\":[{\"profile\":{\"name\":\"Вера\"},\"user_id\":\"RU.1000000000000207\"}],\"messages\":[{" + message + "}]");

    private Task<HttpResponseMessage> PostAsync(string field, string value) => Host.PostMetaAsync(
        "whatsapp", "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"" + field + "\",\"value\":{" + value + "}}]}]}");
}
