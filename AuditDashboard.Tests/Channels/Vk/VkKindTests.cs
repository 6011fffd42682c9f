using System.Net;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Vk;

public sealed class VkKindTests : IngestTests
{
    protected override (string, string?)[] Settings =>
        EndpointSettings.Of("vk", ("Secret", "vkSecret0001"), ("ConfirmationCode", "a1b2c3d4"), ("GroupId", "230000001"));

    [Theory]
    [InlineData("{\"type\":\"message_new\",\"event_id\":\"1\",\"group_id\":230000001,\"object\":{}}")]
    [InlineData("{\"type\":\"message_new\",\"event_id\":\"1\",\"group_id\":230000001,\"object\":{},\"secret\":\"wrong\"}")]
    [InlineData("{\"type\":\"message_new\",\"event_id\":\"1\",\"group_id\":5,\"object\":{},\"secret\":\"vkSecret0001\"}")]
    [InlineData("{\"type\":\"message_new\",\"object\":{\"secret\":\"vkSecret0001\"}}")]
    [InlineData("{\"type\":\"confirmation\",\"group_id\":5}")]
    [InlineData("{\"cut")]
    [InlineData("{\"\\uD83D\":1,\"type\":\"confirmation\",\"group_id\":230000001}")]
    [InlineData("")]
    public async Task A_wrong_secret_or_group_is_refused_with_403_and_leaves_nothing(string body)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(body)).StatusCode);

        Assert.Empty(await Host.EventsAsync());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_kept_when_the_secret_is_right()
    {
        byte[] body = [.. "{\"secret\":\"vkSecret0001\",\"type\":\""u8, 0xC3, .. "\",\"group_id\":230000001}"u8];

        var answer = await Host.PostAsync(body, path: "/hooks/ep-vk", by: Host.Anyone);

        Assert.Equal("ok", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(1, (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_check_of_the_address_hears_exactly_the_code_as_plain_text()
    {
        var answer = await PostAsync("{\"type\":\"confirmation\",\"group_id\":230000001}");

        Assert.Equal("a1b2c3d4"u8.ToArray(), await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_secret_is_covered_in_what_the_log_keeps()
    {
        await PostAsync(Call("message_deny", "{\"user_id\":5}"));

        var stored = Assert.Single(await Host.EventsAsync());
        var payload = Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(stored.Seq, Cancel))!);
        Assert.Contains("\"secret\":\"************\"", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("vkSecret0001", payload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message_new", "{\"message\":{\"from_id\":5,\"peer_id\":5,\"date\":1795014000,\"text\":\"\",\"attachments\":[{\"type\":\"audio_message\",\"audio_message\":{\"duration\":3,\"link_ogg\":\"u\",\"transcript\":\"да\"}}]}}", "message.received", "voice")]
    [InlineData("message_new", "{\"message\":{\"from_id\":5,\"peer_id\":5,\"text\":\"\",\"attachments\":[{\"type\":\"photo\",\"photo\":{\"id\":2,\"owner_id\":-1}}]}}", "message.received", "media")]
    [InlineData("message_new", "{\"message\":{\"from_id\":5,\"peer_id\":5,\"text\":\"\",\"attachments\":[{\"type\":\"market\"}]}}", "message.received", "unsupported")]
    [InlineData("message_new", "{\"message\":{\"from_id\":5,\"peer_id\":5,\"text\":\"\",\"geo\":{\"coordinates\":{\"latitude\":47.2,\"longitude\":39.7}}}}", "message.received", "location")]
    [InlineData("message_new", "{\"from_id\":5,\"peer_id\":5,\"text\":\"x\"}", "message.received", "text")]
    [InlineData("message_new", "{\"message\":{\"from_id\":5,\"peer_id\":5,\"text\":\"Начать\",\"payload\":\"{\\\"command\\\":\\\"start\\\"}\"}}", "chat.started", "text")]
    [InlineData("message_new", "{\"message\":{\"from_id\":5,\"peer_id\":5,\"text\":\"x\",\"payload\":\"{broken\"}}", "message.received", "button")]
    [InlineData("message_new", "{\"message\":{\"from_id\":\"x\"}}", "other", null)]
    [InlineData("message_new", "[]", "other", null)]
    [InlineData("message_reply", "{\"from_id\":-230000001,\"peer_id\":5,\"date\":1795014000,\"text\":\"x\",\"admin_author_id\":7}", "message.sent", "text")]
    [InlineData("message_edit", "{\"from_id\":5,\"peer_id\":5,\"date\":1795014000,\"update_time\":99999999999999,\"text\":\"x\"}", "message.edited", "text")]
    [InlineData("message_allow", "{\"user_id\":5,\"key\":\"k\"}", "chat.unblocked", null)]
    [InlineData("message_event", "{\"user_id\":5,\"peer_id\":5,\"payload\":\"menu\"}", "message.received", "button")]
    [InlineData("poll_vote_new", "{}", "other", null)]
    public async Task Whatever_the_content_the_answer_is_ok_and_the_call_is_kept(string type, string about, string stored, string? kind)
    {
        var answer = await PostAsync(Call(type, about));

        Assert.Equal((HttpStatusCode.OK, "ok"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel)));
        var found = Assert.Single(await Host.EventsAsync());
        Assert.Equal((stored, kind), (found.Type, found.Content!.Kind));
    }

    [Theory]
    [InlineData("message_new", "{\"message\":{\"from_id\":5,\"peer_id\":2000000001,\"text\":\"x\"}}")]
    [InlineData("message_typing_state", "{\"from_id\":5,\"to_id\":-1,\"state\":\"typing\"}")]
    public async Task What_is_no_talk_with_a_client_is_answered_and_gives_nothing(string type, string about)
    {
        Assert.Equal("ok", await (await PostAsync(Call(type, about))).Content.ReadAsStringAsync(Cancel));

        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("{\"cmd\":\"rem\",\"a\":\"ok\",\"id\":77}", "booking.confirmed")]
    [InlineData("{\"cmd\":\"rem\",\"a\":\"no\",\"id\":\"77\"}", "booking.declined")]
    [InlineData("{\"cmd\":\"rem\",\"a\":\"mv\",\"id\":77}", "booking.changed")]
    [InlineData("\"rem:ok:77\"", "booking.confirmed")]
    [InlineData("{\"cmd\":\"rem\",\"a\":\"hm\",\"id\":77}", null)]
    [InlineData("{\"cmd\":\"rem\",\"a\":\"ok\",\"id\":78}", null)]
    [InlineData("{\"cmd\":\"rem\",\"a\":\"ok\",\"id\":1e400}", null)]
    public async Task The_object_form_of_a_reminders_button_is_the_same_grammar(string payload, string? fact)
    {
        await Host.PostAsync("""{"id":"b","type":"booking.created","time":"2026-11-17T10:00:00Z","client":{"id":"vk:5"},"booking":{"id":"77","start":"2026-11-28T12:30:00Z"} }""");

        await PostAsync(Call("message_event", "{\"user_id\":5,\"peer_id\":5,\"conversation_message_id\":58,\"payload\":" + payload + "}"));

        var events = (await Host.EventsAsync()).Skip(1).ToList();
        Assert.Equal(("message.received", "button", "vk:5/58"), (events[0].Type, events[0].Content!.Kind, events[0].Content!.InReplyTo));
        Assert.Equal(fact, events.Skip(1).SingleOrDefault()?.Type);
    }

    private static string Call(string type, string about) =>
        "{\"group_id\":230000001,\"type\":\"" + type + "\",\"event_id\":\"e-" + type + "\",\"v\":\"5.199\",\"object\":" + about + ",\"secret\":\"vkSecret0001\"}";

    private Task<HttpResponseMessage> PostAsync(string body) => Host.PostAsync(body, path: "/hooks/ep-vk", by: Host.Anyone);
}
