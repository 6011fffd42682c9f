using System.Net;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Wazzup;

public sealed class WazzupKindTests : IngestTests
{
    private const string Telegram = "\"chatType\":\"telegram\",\"chatId\":\"700000601\",\"dateTime\":\"2026-11-18T17:00:00.512Z\",\"messageId\":\"6a2087e9-0000-4000-8000-000000000001\"";

    protected override (string, string?)[] Settings => Gateways.Endpoints;

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer wz-crm-key-0002", HttpStatusCode.Unauthorized)]
    [InlineData("Basic wz-crm-key-0001", HttpStatusCode.Unauthorized)]
    [InlineData("wz-crm-key-0001", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer wz-crm-key-0001", HttpStatusCode.OK)]
    public async Task The_test_call_is_answered_like_any_other(string? authorization, HttpStatusCode expected)
    {
        var answer = await Host.PostAsync(
            "{\"test\": true}", path: "/hooks/ep-wazzup", by: Host.Anyone, headers: authorization is null ? [] : [("Authorization", authorization)]);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("whatsapp", "79000000601", "whatsapp", "wa:79000000601", "+79000000601")]
    [InlineData("telegram", "700000601", "telegram", "tg:700000601", "+79000000609")]
    [InlineData("max", "80000601", "max", "max:80000601", "+79000000609")]
    [InlineData("vk", "50000601", "vk", "vk:50000601", null)]
    [InlineData("instagram", "rita_rnd", "instagram", "ig:rita_rnd", null)]
    [InlineData("avito", "u2i-1~x", "avito", "avito:u2i-1~x", null)]
    [InlineData("viber", "79000000601", "viber", "viber:79000000601", "+79000000601")]
    [InlineData("Новый мессенджер", "5", "wazzup", "wazzup:5", null)]
    public async Task The_type_of_the_chat_decides_the_channel_and_the_address(string type, string chat, string channel, string address, string? phone)
    {
        await MessageAsync($"\"messageId\":\"1\",\"chatType\":\"{type}\",\"chatId\":\"{chat}\",\"type\":\"text\",\"status\":\"inbound\",\"text\":\"Привет\",\"contact\":{{\"name\":\"Рита\",\"phone\":\"79000000609\"}}");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((channel, address, phone, "Рита"), (stored.Channel, stored.Content!.Client!.Id, stored.Content.Client.Phone, stored.Content.Client.Name));
    }

    [Theory]
    [InlineData("\"status\":\"inbound\",\"isEcho\":false", "message.received", "client")]
    [InlineData("\"isEcho\":false", "message.received", "client")]
    [InlineData("\"status\":\"sent\",\"isEcho\":true,\"authorName\":\"Ольга\"", "message.sent", "human")]
    [InlineData("\"status\":\"sent\",\"isEcho\":true,\"sentFromApp\":true", "message.sent", "human")]
    [InlineData("\"status\":\"sent\",\"isEcho\":false", "message.sent", "ai")]
    public async Task An_echo_is_an_employee_and_anything_else_sent_is_ours(string members, string type, string actor)
    {
        await MessageAsync($"{Telegram},\"type\":\"text\",\"text\":\"x\",{members}");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, actor, "tg:700000601"), (stored.Type, stored.Content!.Actor, stored.Content.Client!.Id));
    }

    [Theory]
    [InlineData("\"type\":\"image\",\"contentUri\":\"https://x/1.jpg\"", "message.received", "media")]
    [InlineData("\"type\":\"audio\",\"contentUri\":\"https://x/1.ogg\"", "message.received", "voice")]
    [InlineData("\"type\":\"vcard\"", "message.received", "contact")]
    [InlineData("\"type\":\"geo\"", "message.received", "location")]
    [InlineData("\"type\":\"missing_call\"", "call.missed", null)]
    [InlineData("\"type\":\"unsupported\"", "message.received", "unsupported")]
    [InlineData("\"type\":[]", "message.received", "unsupported")]
    [InlineData("\"type\":\"text\",\"text\":\"иначе\",\"isEdited\":true", "message.edited", "text")]
    [InlineData("\"type\":\"text\",\"text\":\"было\",\"isDeleted\":true", "message.deleted", null)]
    public async Task A_message_of_any_type_is_kept(string content, string type, string? kind)
    {
        await MessageAsync($"{Telegram},\"status\":\"inbound\",{content}");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, kind), (stored.Type, stored.Content!.Kind));
        Assert.Equal("6a2087e9-0000-4000-8000-000000000001", stored.Content.ExternalId);
    }

    [Fact]
    public async Task A_message_its_edits_and_its_deletion_are_each_kept_once_in_any_order()
    {
        string[] told = ["\"text\":\"раз\"", "\"text\":\"два\",\"isEdited\":true", "\"text\":\"три\",\"isEdited\":true", "\"isDeleted\":true"];
        var messages = told.Select(members => $"{{{Telegram},\"type\":\"text\",\"status\":\"inbound\",{members}}}").ToList();
        await PostAsync($"{{\"messages\":[{string.Join(',', messages.AsEnumerable().Reverse())}]}}");
        await PostAsync($"{{\"messages\":[{string.Join(',', messages)}]}}");

        Assert.Equal(["message.deleted", "message.edited", "message.edited", "message.received"], (await Host.EventsAsync()).Select(found => found.Type));
    }

    [Fact]
    public async Task A_message_that_failed_is_sent_and_not_delivered_and_its_status_is_a_repeat()
    {
        await MessageAsync($"{Telegram},\"type\":\"text\",\"text\":\"x\",\"status\":\"error\",\"error\":{{\"error\":\"BAD_CONTACT\",\"description\":\"нет\"}}");
        await PostAsync("{\"statuses\":[{\"messageId\":\"6a2087e9-0000-4000-8000-000000000001\",\"status\":\"error\",\"error\":{\"error\":\"BAD_CONTACT\"}}]}");

        var stored = await Host.EventsAsync();
        Assert.Equal(["message.sent", "delivery.failed"], stored.Select(found => found.Type));
        Assert.Equal((stored[0].Content!.ExternalId, "BAD_CONTACT"), (stored[1].Content!.InReplyTo, stored[1].Content!.DataText("code")));
    }

    [Fact]
    public async Task A_press_under_a_reminder_confirms_the_booking()
    {
        await Host.PostAsync("""{"id":"b","type":"booking.created","time":"2026-11-17T10:00:00Z","client":{"id":"tg:700000601"},"booking":{"id":"77","start":"2026-11-28T12:30:00Z"} }""");

        await MessageAsync($"{Telegram},\"type\":\"text\",\"text\":\"Приду\",\"status\":\"inbound\",\"interactive\":[{{\"id\":\"rem:ok:77\"}}]");

        Assert.Equal(["booking.created", "message.received", "booking.confirmed"], (await Host.EventsAsync()).Select(found => found.Type));
    }

    [Theory]
    [InlineData("whatsgroup")]
    [InlineData("telegroup")]
    public async Task A_group_is_no_talk_with_a_client(string type)
    {
        await MessageAsync($"\"messageId\":\"1\",\"chatType\":\"{type}\",\"chatId\":\"5\",\"type\":\"text\",\"status\":\"inbound\",\"text\":\"x\"");

        Assert.Empty(await Host.EventsAsync());
    }

    [Fact]
    public async Task A_channel_that_is_down_is_an_alarm_once_a_day()
    {
        const string down = "{\"channelsUpdates\":[{\"channelId\":\"b96a0000\",\"state\":\"unauthorized\"},{\"channelId\":\"b96a0001\",\"state\":\"active\"}]}";
        await PostAsync(down);
        await PostAsync(down);
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await PostAsync(down);

        var stored = await Host.EventsAsync();
        Assert.Equal(["channel.warning", "other", "channel.warning", "other"], stored.Select(found => found.Type));
        Assert.Equal(("unauthorized", "b96a0000"), (stored[0].Content!.Text, stored[0].Content!.DataText("channelId")));
    }

    [Theory]
    [InlineData("{\"createContact\":{\"name\":\"x\"}}", "createContact")]
    [InlineData("{}", "unknown")]
    [InlineData("{\"messages\":[{\"messageId\":\"1\",\"text\":\"x\"}]}", "message")]
    public async Task What_is_not_understood_is_kept(string body, string kind)
    {
        await PostAsync(body);

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("other", kind), (stored.Type, stored.Content!.DataText("kind")));
    }

    private Task<HttpResponseMessage> MessageAsync(string message) => PostAsync("{\"messages\":[{" + message + "}]}");

    private Task<HttpResponseMessage> PostAsync(string body) => Host.PostAuthorizedAsync("wazzup", $"Bearer {Gateways.CrmKey}", body);
}
