using System.Net;
using System.Text;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Api;

public sealed class ReceiveEventsTests : IngestTests
{
    private const string One = """{"id":"e-1","type":"message.received","time":"2026-11-22T10:15:30.123+03:00","session":"s-1","channel":"telegram","client":{"id":"tg:700000101","name":"Анна","phone":"8 900 000-01-01"},"text":"Можно на субботу?","data":{"anything":"kept  verbatim"}}""";

    [Fact]
    public async Task An_accepted_event_is_on_disk_byte_for_byte()
    {
        var answer = await Host.PostAsync(One);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("""{"accepted":1,"duplicates":0,"rejected":0,"events":[{"id":"e-1","status":"accepted","seq":1}]}""", await answer.Content.ReadAsStringAsync(Cancel));
        var payload = Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(1, Cancel))!);
        Assert.Contains(One, payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statuses_follow_what_became_of_the_items()
    {
        var first = await Host.PostAsync(One);
        var again = await Host.PostAsync(One);
        var reordered = await Host.PostAsync("""{"type":"message.received","id":"e-1","time":"2026-11-22T10:15:30.123+03:00","session":"s-1","channel":"telegram","client":{"id":"tg:700000101","name":"Анна","phone":"8 900 000-01-01"},"text":"Можно на субботу?","data":{"anything":"kept  verbatim"}}""");
        var other = await Host.PostAsync(One.Replace("субботу", "пятницу", StringComparison.Ordinal));
        var empty = await Host.PostAsync("[]");
        var rejected = await Host.PostAsync("""{"id":"e-2","type":"message.received","time":"2026-11-22T10:15:30Z","intent":{"name":"x","confidence":87}}""");

        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity],
            new[] { first, again, reordered, other, empty, rejected }.Select(answer => answer.StatusCode));
        var problem = await IngestHost.JsonAsync(rejected);
        Assert.Equal("/problems/validation", problem.GetProperty("type").GetString());
        Assert.Equal("число от 0 до 1, получено 87", problem.GetProperty("events")[0].GetProperty("problem").GetProperty("errors").GetProperty("/intent/confidence")[0].GetString());
    }

    [Fact]
    public async Task One_bad_event_never_sinks_the_others_and_answers_stand_in_order()
    {
        await Host.PostAsync(One);

        var answer = await Host.PostAsync($$"""
            [{"id":"b-1","type":"message.sent","time":"2026-11-22T10:15:32Z","text":"Да"},{"id":"b-2","type":"message.sent"},
             {{One}},{"id":"b-1","type":"message.sent","time":"2026-11-22T10:15:32Z","text":"Нет"},{"type":"x.y","time":"2026-11-22T10:15:32Z","id":"<script>"}]
            """);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var json = await IngestHost.JsonAsync(answer);
        Assert.Equal(["accepted", "rejected", "duplicate", "conflict", "rejected"], json.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("status").GetString()));
        Assert.Equal(["b-1", "b-2", "e-1", "b-1", null], json.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal((1, 1, 2), (json.GetProperty("accepted").GetInt32(), json.GetProperty("duplicates").GetInt32(), json.GetProperty("rejected").GetInt32()));
        Assert.Equal(2, (await Host.EventsAsync()).Count);
    }

    [Fact]
    public async Task Two_hundred_posts_of_one_event_at_once_store_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Host.PostAsync(One)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(199, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Single(await Host.EventsAsync());
    }

    [Fact]
    public async Task Five_hundred_events_are_taken_in_one_request()
    {
        var answer = await Host.PostAsync("[" + string.Join(',', Enumerable.Range(0, 500).Select(i => One.Replace("e-1", $"n-{i}", StringComparison.Ordinal))) + "]");

        Assert.Equal(500, (await IngestHost.JsonAsync(answer)).GetProperty("accepted").GetInt32());
        Assert.Equal(500, (await Host.EventsAsync()).Count);
    }

    [Fact]
    public async Task The_same_id_of_another_bot_is_another_event()
    {
        using var other = Host.Client(IngestHost.IngestOnlyKey);

        var answers = new[] { await Host.PostAsync(One), await Host.PostAsync(One, by: other) };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Equal(["salon-bot", "other-bot"], (await Host.EventsAsync()).Select(stored => stored.Bot));
    }

    [Fact]
    public async Task Reading_gives_back_what_was_sent_in_the_words_of_the_contract()
    {
        await Host.PostAsync(One);
        await Host.PostAsync("""{"id":"e-2","type":"message.sent","time":"2026-11-22T10:15:32.500+03:00","session":"s-1","text":"Да","inReplyTo":"x","latencyMs":1840,"booking":{"id":"B-1","price":1800.5,"start":"2026-11-28T14:30:00+03:00"}}""");

        var page = await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/events?limit=1", Cancel));
        var rest = await IngestHost.JsonAsync(await Host.Bot.GetAsync($"/api/v1/events?after={page.GetProperty("next")}&session=s-1", Cancel));

        var first = page.GetProperty("events")[0];
        Assert.Equal(("2026-11-22T07:15:30.123Z", "client", "text", "+79000000101"), (Text(first, "occurredAt"), Text(first, "actor"), Text(first, "kind"), Text(first.GetProperty("client"), "phone")));
        Assert.Equal("""{"anything":"kept  verbatim"}""", first.GetProperty("data").GetRawText());
        Assert.Equal("center", Text(first, "branch"));
        var second = rest.GetProperty("events")[0];
        Assert.Equal(("ai", 1840, 1800.5), (Text(second, "actor"), second.GetProperty("latencyMs").GetInt32(), second.GetProperty("booking").GetProperty("price").GetDouble()));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("client=tg:700000101", 1)]
    [InlineData("client=tg:1", 0)]
    [InlineData("type=message.sent", 1)]
    [InlineData("channel=telegram&from=2026-11-22T07:00:00Z&to=2026-11-22T07:15:31Z", 1)]
    [InlineData("from=2026-11-22T10:15:31+03:00", 1)]
    public async Task Filters_narrow(string query, int expected)
    {
        await Host.PostAsync(One);
        await Host.PostAsync("""{"id":"e-2","type":"message.sent","time":"2026-11-22T10:15:32+03:00","channel":"vk","text":"Да"}""");

        var answer = await IngestHost.JsonAsync(await Host.Bot.GetAsync($"/api/v1/events?{query}", Cancel));

        Assert.Equal(expected, answer.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Reading_needs_the_scope_and_a_query_that_can_be_read()
    {
        using var other = Host.Client(IngestHost.IngestOnlyKey);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Host.Anyone.GetAsync("/api/v1/events", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/events", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Host.Bot.GetAsync("/api/v1/events?after=x", Cancel)).StatusCode);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
