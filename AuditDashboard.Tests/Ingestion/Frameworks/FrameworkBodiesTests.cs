using System.Net;
using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Ingestion.Frameworks;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Frameworks;

/// <summary>Frameworks beyond their samples: what comes in pieces, signed, or says nothing about the dialogue.</summary>
public sealed class FrameworkBodiesTests : IngestTests
{
    [Theory]
    [InlineData("""{"id":"a","type":"message.sent","batch":[]}""", false)]
    [InlineData("""{"data":{"type":"x"},"type":"message.sent"}""", false)]
    [InlineData("""[{"id":"a","type":"x"},{"batch":[]}]""", false)]
    [InlineData("""{"batch":[{"type":"trace-create"}]}""", true)]
    [InlineData("""[{"sender_id":"1"}]""", true)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    [InlineData("{\"a\":", false)]
    [InlineData("7", false)]
    public void A_body_with_a_type_of_its_own_is_never_looked_into(string body, bool may) => Assert.Equal(may, FrameworkPeek.MayBe(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task A_langfuse_turn_that_comes_in_pieces_is_one_question_and_one_answer()
    {
        const string created = """
            {"batch":[{"id":"1","type":"trace-create","timestamp":"2026-11-22T09:00:00Z","body":{"id":"t","sessionId":"s","input":{"messages":[{"role":"user","content":"Есть окно?"}]}}},
             {"id":"2","type":"generation-create","timestamp":"2026-11-22T09:00:00.100Z","body":{"id":"g","traceId":"t","startTime":"2026-11-22T09:00:00.100Z","model":"m"}}]}
            """;
        const string updated = """
            {"batch":[{"id":"3","type":"generation-update","timestamp":"2026-11-22T09:00:02Z","body":{"id":"g","traceId":"t","endTime":"2026-11-22T09:00:02Z","output":"Есть","usage":{"input":5,"output":6}}},
             {"id":"4","type":"trace-create","timestamp":"2026-11-22T09:00:02Z","body":{"id":"t","sessionId":"s","output":"Есть"}},
             {"id":"5","type":"span-create","timestamp":"2026-11-22T09:00:02Z","body":{"id":"sp","traceId":"t"}}]}
            """;

        await Host.PostAsync(created);
        await Host.PostAsync(updated);
        await Host.PostAsync(updated);

        var events = await Host.EventsAsync();
        Assert.Equal([("message.received", "Есть окно?"), ("message.sent", "Есть")], events.Select(stored => (stored.Type, stored.Content!.Text)));
        Assert.Equal(("s", 5L, events[0].Id), (events[1].Content!.Session, events[1].Content!.Usage!.InputTokens, events[1].Content!.InReplyTo));
    }

    [Fact]
    public async Task Calls_that_made_no_answer_are_calls()
    {
        const string batch = """
            {"batch":[{"id":"1","type":"generation-create","timestamp":"2026-11-22T09:00:01Z","body":{"id":"g1","traceId":"t","startTime":"2026-11-22T09:00:00Z","endTime":"2026-11-22T09:00:01Z","input":"Есть окно?","output":"booking","model":"small"}},
             {"id":"2","type":"generation-create","timestamp":"2026-11-22T09:00:02Z","body":{"id":"g2","traceId":"t","startTime":"2026-11-22T09:00:01Z","endTime":"2026-11-22T09:00:02Z","input":"Есть окно?","output":"Есть","model":"large"}}]}
            """;

        await Host.PostAsync(batch);

        Assert.Equal(
            [("message.received", null), ("llm.called", "small"), ("message.sent", "large")],
            (await Host.EventsAsync()).Select(stored => (stored.Type, stored.Content!.Model?.Name)));
    }

    [Theory]
    [InlineData("""{"sender_id":"7","event":"bot","timestamp":1794999913.5,"text":"Записала","input_channel":"telegram"}""", "message.sent", "Записала")]
    [InlineData("""{"sender_id":"7","event":"action","timestamp":1794999913.5,"name":"action_free_slots","policy":"RulePolicy","confidence":1.0}""", "scenario.entered", null)]
    [InlineData("""{"sender_id":"7","event":"action","timestamp":1794999913.5,"name":"action_listen"}""", null, null)]
    [InlineData("""{"sender_id":"7","event":"slot","timestamp":1794999913.5,"name":"day","value":"sat"}""", null, null)]
    public async Task Rasa_s_other_events_are_told_or_let_go(string body, string? type, string? text)
    {
        var answer = await Host.PostAsync(body);
        await Host.PostAsync(body);

        Assert.Equal(type is null ? HttpStatusCode.OK : HttpStatusCode.Accepted, answer.StatusCode);
        var stored = (await Host.EventsAsync()).SingleOrDefault();
        Assert.Equal((type, text), (stored?.Type, stored?.Content!.Text));
    }

    [Fact]
    public async Task A_page_of_dialogflow_cx_is_the_step_of_the_scenario()
    {
        await Host.PostAsync("""
            {"detectIntentResponseId":"r-1","languageCode":"ru","fulfillmentInfo":{"tag":"slots"},"intentInfo":{"displayName":"booking","confidence":0.8},
             "pageInfo":{"currentPage":"projects/p/agents/a/flows/F/pages/P","displayName":"Выбор времени"},"sessionInfo":{"session":"projects/p/agents/a/sessions/s-9"},"text":"на субботу"}
            """);

        var content = Assert.Single(await Host.EventsAsync()).Content!;
        Assert.Equal(("s-9", "на субботу", "booking", 0.8, "F", "Выбор времени"), (content.Session, content.Text, content.Intent!.Name, content.Intent.Confidence, content.Scenario!.Id, content.Scenario.Step));
    }

    [Fact]
    public async Task A_signed_body_of_a_framework_is_translated_too_and_its_repeat_is_one()
    {
        const string body = """{"chatId":"1","text":"Готово","role":"bot","time":"2026-11-22T09:00:00Z"}""";

        Assert.Equal(HttpStatusCode.Accepted, (await SignedAsync(body, "msg_1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignedAsync(body, "msg_1")).StatusCode);

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("flat:msg_1", "ep-events", "Готово"), (stored.Id, stored.Endpoint, stored.Content!.Text));
    }

    [Fact]
    public async Task What_waits_in_quarantine_is_read_again_as_the_framework_s()
    {
        await Host.PostAsync("""{"chatId":"1","text":"Готово","role":"bot"}""");
        var item = (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items")[0];

        var answer = await Host.PostAsync("", path: $"/api/v1/quarantine/{item.GetProperty("id").GetInt64()}/retry");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("validation", item.GetProperty("reason").GetString());
    }

    private Task<HttpResponseMessage> SignedAsync(string body, string id)
    {
        var timestamp = Host.Clock.GetUtcNow().ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Convert.FromBase64String(WebhookSecret[6..]), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        return Host.PostAsync(
            body, path: "/hooks/ep-events", by: Host.Anyone,
            headers: [("webhook-id", id), ("webhook-timestamp", $"{timestamp}"), ("webhook-signature", $"v1,{Convert.ToBase64String(mac)}")]);
    }
}
