using System.Net;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Telegram;

public sealed class TelegramKindTests : IngestTests
{
    private const string From = "\"from\":{\"id\":700000101,\"is_bot\":false,\"first_name\":\"Анна\"},\"chat\":{\"id\":700000101,\"type\":\"private\"}";

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("tg-secret-0002")]
    public async Task A_wrong_secret_is_refused(string? secret) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("{\"update_id\":1}", secret)).StatusCode);

    [Fact]
    public async Task Half_a_character_and_nul_become_the_replacement_character_and_the_raw_bytes_stay()
    {
        const string update = "{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":1795000000," + From + ",\"text\":\"a\\uD83D b\\u0000c \\uDFFFя\\n\\\"\"}}";

        var answer = await PostAsync(update);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal("a\uFFFD b\uFFFDc \uFFFDя\n\"", stored.Content!.Text);
        Assert.Contains("\"raw\":" + update, Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(stored.Seq, Cancel))!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"update_id\":\"x\"}")]
    [InlineData("{\"message\":{}}")]
    [InlineData("{\"update_id\":-1,\"message\":{}}")]
    public async Task A_body_that_cannot_be_read_is_quarantined_and_answered_200(string body)
    {
        var answer = await PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var items = (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items");
        Assert.Equal(("ep-telegram", body), (items[0].GetProperty("endpoint").GetString(), items[0].GetProperty("body").GetString()));
        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("{\"update_id\":1}", "other")]
    [InlineData("{\"update_id\":1,\"poll\":{\"id\":\"1\"}}", "other")]
    [InlineData("{\"update_id\":1,\"message\":7}", "other")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":99999999999999," + From + ",\"text\":\"x\"}}", "message.received")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":\"x\",\"date\":null," + From + ",\"text\":\"x\"}}", "message.received")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1795000000," + From + ",\"text\":{\"a\":1}}}", "message.received")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1795000000," + From + ",\"photo\":[]}}", "message.received")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1795000000," + From + ",\"text\":\"x\",\"entities\":[{\"type\":\"phone_number\",\"offset\":9999999999,\"length\":5}]}}", "message.received")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1795000000," + From + ",\"pinned_message\":{}}}", "other")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1795000000," + From + ",\"dice\":{\"value\":3}}}", "message.received")]
    [InlineData("{\"update_id\":1,\"message_reaction\":{\"chat\":{\"id\":700000101,\"type\":\"private\"},\"message_id\":5,\"user\":{\"id\":700000101},\"date\":1795000000,\"new_reaction\":[{\"type\":\"emoji\",\"emoji\":\"👍\"}]}}", "reaction.received")]
    [InlineData("{\"update_id\":1,\"business_message\":{\"message_id\":1,\"date\":1795000000,\"from\":{\"id\":5},\"chat\":{\"id\":700000101,\"type\":\"private\"},\"text\":\"x\"}}", "message.sent")]
    [InlineData("{\"update_id\":1,\"deleted_business_messages\":{\"chat\":{\"id\":700000101,\"type\":\"private\"},\"message_ids\":[7,8]}}", "message.deleted")]
    public async Task Whatever_the_content_the_answer_is_200_and_the_update_is_kept(string update, string type)
    {
        var answer = await PostAsync(update);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(await Host.EventsAsync(), stored => Assert.Equal(type, stored.Type));
        Assert.NotEmpty(await Host.EventsAsync());
    }

    [Fact]
    public async Task Somebody_elses_contact_gives_the_sender_no_phone()
    {
        await PostAsync("{\"update_id\":9,\"message\":{\"message_id\":1,\"date\":1795000000," + From + ",\"contact\":{\"phone_number\":\"79000000999\",\"first_name\":\"Мама\",\"user_id\":5}}}");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Null(stored.Content!.Client!.Phone);
        Assert.Equal("+79000000999", stored.Content.DataText("contactPhone"));
    }

    [Theory]
    [InlineData("rem:ok:77", "tg:700000101", "booking.confirmed")]
    [InlineData("rem:ok:77", null, "booking.confirmed")]
    [InlineData("rem:no:77", "tg:1", null)]
    [InlineData("rem:ok:78", "tg:700000101", null)]
    public async Task A_press_counts_only_for_a_booking_that_is_the_clients_own_or_nobodys(string data, string? owner, string? fact)
    {
        var client = owner is null ? "" : $$""","client":{"id":"{{owner}}"}""";
        await Host.PostAsync($$"""{"id":"b","type":"booking.created","time":"2026-11-17T10:00:00Z"{{client}},"booking":{"id":"77","start":"2026-11-28T12:30:00Z"} }""");

        await PostAsync("{\"update_id\":9,\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":700000101},\"data\":\"" + data + "\"}}");

        var events = (await Host.EventsAsync()).Skip(1).ToList();
        Assert.Equal(fact, events.Skip(1).SingleOrDefault()?.Type);
        Assert.Equal(fact is null, events[0].Content!.Flag("unmatched"));
    }

    [Fact]
    public async Task Another_button_is_a_plain_press()
    {
        await PostAsync("{\"update_id\":9,\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":700000101},\"data\":\"menu:prices\"}}");

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("button", "menu:prices", false), (stored.Content!.Kind, stored.Content.Text, stored.Content.Flag("unmatched")));
    }

    private Task<HttpResponseMessage> PostAsync(string body, string? secret = "tg-secret-0001") => Host.PostAsync(
        body, path: "/hooks/ep-telegram", by: Host.Anyone, headers: secret is null ? [] : [("X-Telegram-Bot-Api-Secret-Token", secret)]);
}
