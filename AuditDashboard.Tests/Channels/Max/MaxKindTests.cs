using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Max;

public sealed class MaxKindTests : IngestTests
{
    private const string Sender = "\"sender\":{\"user_id\":80000301,\"first_name\":\"Светлана\",\"is_bot\":false},\"recipient\":{\"chat_id\":-5,\"chat_type\":\"dialog\",\"user_id\":90000001}";

    protected override (string, string?)[] Settings => EndpointSettings.Of("max", ("Secret", "max-secret-0001"), ("BotToken", "max-token-0001"));

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("max-secret-0002")]
    public async Task A_wrong_secret_is_refused(string? secret) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("{\"update_type\":\"bot_started\"}", secret)).StatusCode);

    [Fact]
    public async Task The_answer_is_200_and_nothing_else()
    {
        var answer = await PostAsync(Created("{\"mid\":\"mid.1\",\"text\":\"Да\"}"));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel)));
    }

    [Theory]
    [InlineData("{\"mid\":\"m\",\"text\":\"\",\"attachments\":[{\"type\":\"image\",\"payload\":{\"photo_id\":9007199254740993,\"token\":\"t\"}}]}", "media", "t")]
    [InlineData("{\"mid\":\"m\",\"text\":null,\"attachments\":[{\"type\":\"sticker\",\"payload\":{\"url\":\"u\"}}]}", "media", "u")]
    [InlineData("{\"mid\":\"m\",\"text\":\"x\",\"attachments\":[{\"type\":\"share\",\"payload\":{\"url\":\"u\"}}]}", "text", null)]
    [InlineData("{\"mid\":\"m\",\"attachments\":[{\"type\":\"location\",\"latitude\":47.2,\"longitude\":39.7}]}", "location", null)]
    [InlineData("{\"mid\":\"m\",\"attachments\":[{\"type\":\"hologram\"}]}", "unsupported", null)]
    [InlineData("{\"mid\":\"m\",\"text\":\"x\",\"attachments\":7}", "text", null)]
    [InlineData("{\"seq\":1}", "unsupported", null)]
    [InlineData("null", "unsupported", null)]
    public async Task Whatever_the_content_the_message_is_kept(string body, string kind, string? file)
    {
        await PostAsync(Created(body));

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("message.received", kind, file), (stored.Type, stored.Content!.Kind, stored.Content.Media?.FileId));
    }

    [Theory]
    [InlineData("{\"update_type\":\"dialog_muted\",\"timestamp\":1795010280000,\"muted_until\":9223372036854775807,\"user\":{\"user_id\":1}}", "other")]
    [InlineData("{\"update_type\":\"bot_stopped\",\"timestamp\":99999999999999999}", "chat.blocked")]
    [InlineData("{\"update_type\":\"message_removed\",\"message_id\":5}", "message.deleted")]
    [InlineData("{\"update_type\":\"message_callback\",\"callback\":{\"callback_id\":\"c\",\"payload\":\"menu\"},\"message\":null}", "message.received")]
    [InlineData("{\"update_type\":\"message_created\",\"message\":{\"sender\":{\"user_id\":9,\"is_bot\":true},\"recipient\":{\"user_id\":8,\"chat_type\":\"dialog\"},\"body\":{\"mid\":\"m\",\"text\":\"x\"}}}", "message.sent")]
    [InlineData("{\"update_type\":\"message_created\"}", "other")]
    public async Task Odd_updates_are_kept_under_their_meaning(string update, string type)
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(update)).StatusCode);

        Assert.Equal(type, Assert.Single(await Host.EventsAsync()).Type);
    }

    [Fact]
    public async Task What_happens_in_groups_is_nobodys_talk()
    {
        await PostAsync("{\"update_type\":\"message_created\",\"message\":{\"sender\":{\"user_id\":1},\"recipient\":{\"chat_type\":\"chat\"},\"body\":{\"mid\":\"m\",\"text\":\"x\"}}}");
        await PostAsync("{\"update_type\":\"user_added\",\"timestamp\":1795010280000}");

        Assert.Empty(await Host.EventsAsync());
    }

    [Fact]
    public async Task Two_edits_are_two_events_and_an_answer_names_its_message()
    {
        await PostAsync(Created("{\"mid\":\"mid.2\",\"text\":\"а\"}", ",\"link\":{\"type\":\"reply\",\"message\":{\"mid\":\"mid.1\"}}"));
        await PostAsync(Created("{\"mid\":\"mid.2\",\"text\":\"б\"}").Replace("message_created", "message_edited", StringComparison.Ordinal));
        await PostAsync(Created("{\"mid\":\"mid.2\",\"text\":\"в\"}").Replace("message_created", "message_edited", StringComparison.Ordinal).Replace("1795010405311", "1795010405999", StringComparison.Ordinal));

        var events = await Host.EventsAsync();
        Assert.Equal(["message.received", "message.edited", "message.edited"], events.Select(found => found.Type));
        Assert.Equal(("mid.1", "в"), (events[0].Content!.InReplyTo, events[2].Content!.Text));
    }

    [Theory]
    [InlineData(80000301, true, "+79000000301")]
    [InlineData(80000301, false, null)]
    [InlineData(5, true, null)]
    public async Task A_shared_phone_is_the_clients_only_with_their_own_card_and_max_vouching(long owner, bool vouched, string? phone)
    {
        const string card = "BEGIN:VCARD\r\nTEL;TYPE=cell:79000000301\r\nFN:Светлана\r\nEND:VCARD\r\n";
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(vouched ? "max-token-0001" : "another"), Encoding.UTF8.GetBytes(card)));
        var contact = JsonSerializer.Serialize(new { type = "contact", payload = new { vcf_info = card, hash, max_info = new { user_id = owner } } });

        await PostAsync(Created("{\"mid\":\"m\",\"text\":null,\"attachments\":[" + contact + "]}"));

        Assert.Equal(phone, Assert.Single(await Host.EventsAsync()).Content!.Client!.Phone);
    }

    [Fact]
    public async Task A_reminder_for_a_booking_of_the_booking_system_is_answered_by_the_same_person()
    {
        await Host.PostAsync("""{"id":"b","type":"booking.created","time":"2026-11-17T10:00:00Z","client":{"id":"yc:1","phone":"+79000000301"},"booking":{"id":"77","start":"2026-11-28T12:30:00Z"} }""");
        await Host.PostAsync("""{"id":"c","type":"client.changed","time":"2026-11-17T10:00:00Z","client":{"id":"max:80000301","phone":"+79000000301"} }""");

        await PostAsync("{\"update_type\":\"message_callback\",\"callback\":{\"callback_id\":\"c\",\"payload\":\"rem:ok:77\",\"user\":{\"user_id\":80000301}}}");
        await PostAsync("{\"update_type\":\"message_callback\",\"callback\":{\"callback_id\":\"d\",\"payload\":\"rem:ok:77\",\"user\":{\"user_id\":5}}}");

        var events = (await Host.EventsAsync()).Skip(2).ToList();
        Assert.Equal(["message.received", "booking.confirmed", "message.received"], events.Select(found => found.Type));
        Assert.Equal(("rem:ok:77", true), (events[0].Content!.DataText("payload"), events[2].Content!.Flag("unmatched")));
    }

    private static string Created(string body, string more = "") =>
        "{\"update_type\":\"message_created\",\"timestamp\":1795010405311,\"message\":{" + Sender + ",\"timestamp\":1795010405311,\"body\":" + body + more + "}}";

    private Task<HttpResponseMessage> PostAsync(string body, string? secret = "max-secret-0001") => Host.PostAsync(
        body, path: "/hooks/ep-max", by: Host.Anyone, headers: secret is null ? [] : [("X-Max-Bot-Api-Secret", secret)]);
}
