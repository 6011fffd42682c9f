using System.Net;
using System.Text;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Bodies;

public sealed class CloudEventsTests : IngestTests
{
    private const string Structured = "application/cloudevents+json; charset=utf-8";
    private const string Batch = "application/cloudevents-batch+json";

    private const string One = """
        {"specversion":"1.0","id":"ce-1","source":"/bots/salon","type":"ru.salon.message.received","time":"2026-11-22T10:15:30Z",
         "subject":"session/tg-1-5","clientid":"tg:700000101","channel":"telegram","datacontenttype":"application/json",
         "data":{"text":"Здравствуйте","intent":{"name":"greet","confidence":0.9},"custom":{"a" : 1}}}
        """;

    [Fact]
    public async Task A_structured_event_becomes_ours_and_is_kept_as_it_came()
    {
        var answer = await Host.PostAsync(One, Structured);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("message.received", "/bots/salon", "tg-1-5", "Здравствуйте"), (stored.Type, stored.Source, stored.Content!.Session, stored.Content.Text));
        Assert.Equal(("tg:700000101", "telegram", 0.9), (stored.Content.Client!.Id, stored.Channel, stored.Content.Intent!.Confidence));
        var payload = Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(1, Cancel))!);
        Assert.Contains("\"custom\":{\"a\" : 1}", payload, StringComparison.Ordinal);
        Assert.Contains($",\"raw\":{One.Trim()}}}", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_is_part_of_the_identity()
    {
        var answers = new[]
        {
            await Host.PostAsync(One, Structured), await Host.PostAsync(One, Structured),
            await Host.PostAsync(One.Replace("/bots/salon", "/bots/other", StringComparison.Ordinal), Structured),
            await Host.PostAsync(One.Replace("Здравствуйте", "Привет", StringComparison.Ordinal), Structured),
        };

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task A_batch_is_answered_item_by_item()
    {
        var answer = await Host.PostAsync($$"""[{{One}},{"specversion":"0.1","id":"ce-2","source":"/b","type":"x.y","time":"2026-11-22T10:15:30Z"},{"specversion":"1.0","source":"/b","type":"x.y"}]""", Batch);

        var json = await IngestHost.JsonAsync(answer);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["accepted", "rejected", "rejected"], json.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("status").GetString()));
        Assert.True(json.GetProperty("events")[2].GetProperty("problem").GetProperty("errors").TryGetProperty("/id", out _));
        Assert.Equal(HttpStatusCode.OK, (await Host.PostAsync("[]", Batch)).StatusCode);
    }

    [Fact]
    public async Task Binary_mode_reads_percent_signs_once()
    {
        var answer = await Host.PostAsync(
            """{"text":"Да","lead":{"id":"L-1"}}""", headers:
            [
                ("ce-specversion", "1.0"), ("ce-id", "ce-7"), ("ce-source", "/bots/salon"), ("ce-type", "message.sent"), ("ce-time", "2026-11-22T10:15:30Z"),
                ("ce-subject", "%D0%A1%D0%B5%D1%81%D1%81%D0%B8%D1%8F%20100%25"), ("ce-sessionid", "ignored"),
            ]);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("Сессия 100%", "Да", "L-1", "ce-7"), (stored.Content!.Session, stored.Content.Text, stored.Content.Lead!.Id, stored.Id));
    }

    [Fact]
    public async Task Binary_and_structured_are_the_same_event()
    {
        await Host.PostAsync("""{"specversion":"1.0","id":"ce-8","source":"/b","type":"message.sent","time":"2026-11-22T10:15:30Z","data":{"text":"Да"}}""", Structured);

        var binary = await Host.PostAsync(
            """{"text":"Да"}""", headers: [("ce-specversion", "1.0"), ("ce-id", "ce-8"), ("ce-source", "/b"), ("ce-type", "message.sent"), ("ce-time", "2026-11-22T10:15:30Z")]);

        Assert.Equal(HttpStatusCode.OK, binary.StatusCode);
    }

    [Theory]
    [InlineData("[]", Structured, HttpStatusCode.BadRequest)]
    [InlineData("{}", Batch, HttpStatusCode.BadRequest)]
    [InlineData("{", Structured, HttpStatusCode.BadRequest)]
    [InlineData("{}", Structured, HttpStatusCode.UnprocessableEntity)]
    [InlineData("[1]", Batch, HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"specversion":"1.0","id":"a","id":"b","source":"/b","type":"x.y","time":"2026-11-22T10:15:30Z"}""", Structured, HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"specversion":"1.0","id":"a","source":"/b","type":"x.y","time":"2026-11-22T10:15:30Z","data":{"\uD800":1}}""", Structured, HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"specversion":"1.0","id":"\uDFFF","source":"/b","type":"x.y","time":"2026-11-22T10:15:30Z"}""", Structured, HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"specversion":"1.0","id":"a","source":"/b","type":"x.y","data":"text"}""", Structured, HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"specversion":"1.0","id":"d-1","source":"/b","type":"x.y","time":"2026-11-22T10:15:30Z","data":"text"}""", Structured, HttpStatusCode.Accepted)]
    [InlineData("""{"specversion":"1.0","id":"d-2","source":"/b","type":"x.y","time":"2026-11-22T10:15:30Z","data_base64":"AAEC"}""", Structured, HttpStatusCode.Accepted)]
    [InlineData("""{"specversion":"1.0","id":"d-3","source":"/b","type":"x.y","time":"2026-11-22T10:15:30Z","data":{"id":"inner","time":"yesterday","type":1,"session":"own"}}""", Structured, HttpStatusCode.Accepted)]
    public async Task Odd_envelopes_get_their_answer(string body, string type, HttpStatusCode expected) =>
        Assert.Equal(expected, (await Host.PostAsync(body, type)).StatusCode);

    [Fact]
    public async Task Problems_point_into_the_envelope()
    {
        var answer = await Host.PostAsync(One.Replace("0.9", "87", StringComparison.Ordinal), Structured);

        Assert.True((await IngestHost.JsonAsync(answer)).GetProperty("errors").TryGetProperty("/data/intent/confidence", out _));
    }
}
