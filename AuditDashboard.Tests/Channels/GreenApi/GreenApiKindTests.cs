using System.Net;
using System.Text;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.GreenApi;

public sealed class GreenApiKindTests : IngestTests
{
    protected override (string, string?)[] Settings => Gateways.Endpoints;

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer green-token-0002", HttpStatusCode.Unauthorized)]
    [InlineData("Basic green-token-0002", HttpStatusCode.Unauthorized)]
    [InlineData("Digest green-token-0001", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer green-token-0001", HttpStatusCode.OK)]
    [InlineData("bearer green-token-0001", HttpStatusCode.OK)]
    [InlineData("Basic green-token-0001", HttpStatusCode.OK)]
    [InlineData("Basic Z3JlZW4tdG9rZW4tMDAwMQ==", HttpStatusCode.OK)]
    [InlineData("Basic c2Fsb246Z3JlZW4tdG9rZW4tMDAwMQ==", HttpStatusCode.OK)]
    [InlineData("Basic Z3JlZW4tdG9rZW4tMDAwMjp4", HttpStatusCode.Unauthorized)]
    public async Task The_token_comes_as_bearer_or_basic(string? authorization, HttpStatusCode expected)
    {
        var answer = await Host.PostAsync(
            "{\"typeWebhook\":\"deviceInfo\"}", path: "/hooks/ep-greenapi", by: Host.Anyone, headers: authorization is null ? [] : [("Authorization", authorization)]);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, (await Host.EventsAsync()).Count == 1);
    }

    [Theory]
    [InlineData("whatsapp", "\"79000000501@c.us\"", "whatsapp", "wa:79000000501", "+79000000501")]
    [InlineData("whatsapp", "\"123456789012345@lid\"", "whatsapp", "wa:79000000502", "+79000000502")]
    [InlineData("v3", "\"10000000\"", "max", "max:10000000", "+79000000502")]
    [InlineData("v3", "10000000", "max", "max:10000000", "+79000000502")]
    [InlineData("telegram", "\"700000501\"", "telegram", "tg:700000501", "+79000000502")]
    public async Task The_chat_says_which_messenger_and_who(string instance, string chat, string channel, string address, string phone)
    {
        await MessageAsync("incomingMessageReceived", instance, chat, "\"typeMessage\":\"textMessage\",\"textMessageData\":{\"textMessage\":\"Привет\"}", ",\"senderPhoneNumber\":79000000502");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((channel, address, phone), (stored.Channel, stored.Content!.Client!.Id, stored.Content.Client.Phone));
    }

    [Fact]
    public async Task A_hidden_number_is_never_taken_for_a_phone()
    {
        await MessageAsync("incomingMessageReceived", "whatsapp", "\"123456789012345@lid\"", "\"typeMessage\":\"textMessage\",\"textMessageData\":{\"textMessage\":\"Привет\"}");

        var client = Assert.Single(await Host.EventsAsync()).Content!.Client!;
        Assert.Equal(("wa:123456789012345@lid", null), (client.Id, client.Phone));
    }

    [Theory]
    [InlineData("\"120363000000000001@g.us\"")]
    [InlineData("\"status@broadcast\"")]
    [InlineData("\"-10000000000001\"")]
    [InlineData("-10000000000001")]
    public async Task A_group_is_no_talk_with_a_client(string chat)
    {
        var answer = await MessageAsync("incomingMessageReceived", "v3", chat, "\"typeMessage\":\"textMessage\",\"textMessageData\":{\"textMessage\":\"x\"}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("outgoingMessageReceived", "human")]
    [InlineData("outgoingAPIMessageReceived", "ai")]
    public async Task From_the_phone_it_was_a_person_from_the_api_it_was_us(string type, string actor)
    {
        await MessageAsync(type, "v3", "\"10000000\"", "\"typeMessage\":\"extendedTextMessage\",\"extendedTextMessageData\":{\"text\":\"Ждём вас\"}", ",\"senderPhoneNumber\":79000000001");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("message.sent", actor, "Ждём вас"), (stored.Type, stored.Content!.Actor, stored.Content.Text));
        Assert.Equal(("max:10000000", "Катя", null), (stored.Content.Client!.Id, stored.Content.Client.Name, stored.Content.Client.Phone));
    }

    [Theory]
    [InlineData("\"typeMessage\":\"audioMessage\",\"fileMessageData\":{\"downloadUrl\":\"https://x/1\",\"mimeType\":\"audio/ogg; codecs=opus\"}", "message.received", "voice", null)]
    [InlineData("\"typeMessage\":\"audioMessage\",\"fileMessageData\":{\"mimeType\":\"audio/mpeg\"}", "message.received", "media", null)]
    [InlineData("\"typeMessage\":\"imageMessage\",\"fileMessageData\":{\"caption\":\"вот\",\"mimeType\":\"image/jpeg\"}", "message.received", "media", "вот")]
    [InlineData("\"typeMessage\":\"locationMessage\",\"locationMessageData\":{\"latitude\":47.2,\"longitude\":39.7}", "message.received", "location", null)]
    [InlineData("\"typeMessage\":\"contactMessage\",\"contactMessageData\":{\"displayName\":\"Мама\",\"vcard\":\"BEGIN:VCARD\\nTEL;waid=79000000999:+7 900 000-09-99\\nEND:VCARD\"}", "message.received", "contact", null)]
    [InlineData("\"typeMessage\":\"quotedMessage\",\"extendedTextMessageData\":{\"text\":\"это\"},\"quotedMessage\":{\"stanzaId\":\"Q\"}", "message.received", "text", "это")]
    [InlineData("\"typeMessage\":\"reactionMessage\",\"extendedTextMessageData\":{\"text\":\"👍\"},\"quotedMessage\":{\"stanzaId\":\"Q\"}", "reaction.received", null, "👍")]
    [InlineData("\"typeMessage\":\"editedMessage\",\"editedMessageData\":{\"textMessage\":\"иначе\",\"stanzaId\":\"Q\"}", "message.edited", "text", "иначе")]
    [InlineData("\"typeMessage\":\"pollMessage\",\"pollMessageData\":{}", "message.received", "unsupported", null)]
    [InlineData("\"typeMessage\":\"textMessage\",\"textMessageData\":{\"textMessage\":\"{{SWE001}}\"}", "message.received", "unsupported", null)]
    [InlineData("\"typeMessage\":7", "message.received", "unsupported", null)]
    public async Task A_message_of_any_type_is_kept(string content, string type, string? kind, string? text)
    {
        await MessageAsync("incomingMessageReceived", "whatsapp", "\"79000000501@c.us\"", content);

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, kind, text, "+79000000501"), (stored.Type, stored.Content!.Kind, stored.Content.Text, stored.Content.Client!.Phone));
        Assert.Equal("79000000501@c.us/Q", stored.Content.InReplyTo ?? (type == "message.edited" ? stored.Content.ExternalId : "79000000501@c.us/Q"));
    }

    [Theory]
    [InlineData("\"typeMessage\":\"buttonsResponseMessage\",\"buttonsResponseMessage\":{\"stanzaId\":\"Q\",\"selectedButtonId\":\"rem:ok:77\",\"selectedButtonText\":\"Приду\"}")]
    [InlineData("\"typeMessage\":\"templateButtonsReplyMessage\",\"templateButtonReplyMessage\":{\"stanzaId\":\"Q\",\"selectedId\":\"rem:ok:77\",\"selectedDisplayText\":\"Приду\"}")]
    [InlineData("\"typeMessage\":\"interactiveButtonsResponse\",\"interactiveButtonsResponse\":{\"stanzaId\":\"Q\",\"selectedId\":\"rem:ok:77\"}")]
    [InlineData("\"typeMessage\":\"listResponseMessage\",\"listResponseMessage\":{\"stanzaId\":\"Q\",\"title\":\"Приду\",\"singleSelectReply\":{\"selectedRowId\":\"rem:ok:77\"}}")]
    public async Task A_press_of_any_kind_of_button_confirms_the_booking(string content)
    {
        await Host.PostAsync("""{"id":"b","type":"booking.created","time":"2026-11-17T10:00:00Z","client":{"id":"wa:79000000501"},"booking":{"id":"77","start":"2026-11-28T12:30:00Z"} }""");

        await MessageAsync("incomingMessageReceived", "whatsapp", "\"79000000501@c.us\"", content);

        Assert.Equal(["booking.created", "message.received", "booking.confirmed"], (await Host.EventsAsync()).Select(found => found.Type));
    }

    [Fact]
    public async Task Words_that_are_decrypted_later_are_no_repeat_of_the_mark()
    {
        foreach (var text in new[] { "{{SWE001}}", "{{SWE001}}", "Можно на субботу?", "Можно на субботу?" })
        {
            await MessageAsync("incomingMessageReceived", "whatsapp", "\"79000000501@c.us\"", "\"typeMessage\":\"textMessage\",\"textMessageData\":{\"textMessage\":\"" + text + "\"}");
        }

        Assert.Equal([null, "Можно на субботу?"], (await Host.EventsAsync()).Select(found => found.Content!.Text));
    }

    [Theory]
    [InlineData("sent", "delivery.sent", null)]
    [InlineData("noAccount", "delivery.failed", "noAccount")]
    [InlineData("failed", "delivery.failed", "failed")]
    [InlineData("pondering", "other", null)]
    public async Task A_status_names_the_message_sent_in_that_chat(string status, string type, string? code)
    {
        await PostAsync("{\"typeWebhook\":\"outgoingMessageStatus\",\"chatId\":\"79000000501@c.us\",\"timestamp\":1795017900,\"idMessage\":\"B1\",\"status\":\"" + status + "\"}");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, "B1", "79000000501@c.us/B1", code), (stored.Type, stored.Content!.ExternalId, stored.Content.InReplyTo, stored.Content.DataText("code")));
    }

    [Theory]
    [InlineData("blocked", "channel.warning")]
    [InlineData("yellowCard", "channel.warning")]
    [InlineData("sleepMode", "channel.warning")]
    [InlineData("authorized", "other")]
    public async Task A_state_in_which_nothing_can_be_sent_is_an_alarm(string state, string type)
    {
        await PostAsync("{\"typeWebhook\":\"stateInstanceChanged\",\"instanceData\":{\"idInstance\":1,\"typeInstance\":\"v3\"},\"timestamp\":1795018200,\"stateInstance\":\"" + state + "\"}");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, "max", state), (stored.Type, stored.Channel, stored.Content!.DataText("state")));
    }

    [Theory]
    [InlineData("{\"typeWebhook\":\"incomingCall\",\"from\":\"79000000501@c.us\",\"status\":\"missed\",\"idMessage\":\"C\",\"timestamp\":1795018200}", "call.missed")]
    [InlineData("{\"typeWebhook\":\"incomingCall\",\"from\":\"79000000501@c.us\",\"status\":\"offer\",\"idMessage\":\"C\",\"timestamp\":1795018200}", "call.started")]
    [InlineData("{\"typeWebhook\":\"quotaExceeded\",\"timestamp\":1795018200,\"quotaData\":{\"description\":\"3 chats\"}}", "channel.warning")]
    [InlineData("{\"typeWebhook\":\"somethingNew\"}", "other")]
    [InlineData("{\"typeWebhook\":\"incomingMessageReceived\"}", "other")]
    public async Task Other_notices_are_told_or_kept(string body, string type)
    {
        await PostAsync(body);
        await PostAsync(body);

        Assert.Equal(type, Assert.Single(await Host.EventsAsync()).Type);
    }

    private Task<HttpResponseMessage> MessageAsync(string type, string instance, string chat, string content, string more = "") => PostAsync(
        $"{{\"typeWebhook\":\"{type}\",\"instanceData\":{{\"idInstance\":1101000777,\"typeInstance\":\"{instance}\"}},\"timestamp\":1795017600,\"idMessage\":\"A1\","
        + $"\"senderData\":{{\"chatId\":{chat},\"chatName\":\"Катя\",\"senderName\":\"Екатерина\"{more}}},\"messageData\":{{{content}}}}}");

    private Task<HttpResponseMessage> PostAsync(string body) => Host.PostAuthorizedAsync("greenapi", $"Bearer {Gateways.GreenToken}", Encoding.UTF8.GetBytes(body));
}
