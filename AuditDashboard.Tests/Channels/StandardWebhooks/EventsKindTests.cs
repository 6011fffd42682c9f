using System.Globalization;
using System.Net;
using System.Text;
using AuditDashboard.Channels.StandardWebhooks;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.StandardWebhooks;

public sealed class EventsKindTests : IngestTests
{
    private const string Body = """{"type":"message.received","timestamp":"2026-11-22T10:00:00Z","data":{"session":"s-1","text":"Привет"}}""";

    [Fact]
    public void The_known_answer_of_the_specification_comes_out()
    {
        var body = Encoding.UTF8.GetBytes("""{"type":"ping","timestamp":"2026-11-22T13:09:35Z","data":{"text":"Привет"}}""");

        var signature = Signature.Compute(Signature.KeyOf(WebhookSecret)!, "msg_test1", "1795352975", body);

        Assert.Equal("j3ZzsGN+vR844ghIr/ecPssWlOvNCjFmpSlSZQSALrE=", Convert.ToBase64String(signature));
    }

    [Fact]
    public async Task A_signed_body_becomes_an_event_whose_id_is_the_webhook_id()
    {
        var first = await PostAsync("msg_1", Body);
        Host.Clock.Advance(TimeSpan.FromSeconds(60));
        var retry = await PostAsync("msg_1", Body);
        var forged = await PostAsync("msg_1", Body.Replace("Привет", "Пока", StringComparison.Ordinal));

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { first, retry, forged }.Select(answer => answer.StatusCode));
        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("msg_1", "message.received", "s-1", "Привет", "ep-events"), (stored.Id, stored.Type, stored.Content!.Session, stored.Content.Text, stored.Endpoint));
    }

    [Fact]
    public async Task A_native_body_takes_the_webhook_id_too_and_keeps_its_members()
    {
        var answer = await PostAsync("msg_2", """{"id":"own-1","type":"message.sent","time":"2026-11-22T10:15:32Z","text":"Да","data":{"a":1}}""");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal(("msg_2", "Да"), (stored.Id, stored.Content!.Text));
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(stored.Content.DataJson.Span));
    }

    [Fact]
    public async Task A_body_without_timestamp_takes_the_attempts_and_its_retry_is_a_repeat()
    {
        const string openAi = """{"object":"event","type":"realtime.call.incoming","created_at":1795352975,"data":{"call_id":"rtc_1"}}""";

        var first = await PostAsync("wh_1", openAi);
        Host.Clock.Advance(TimeSpan.FromSeconds(90));
        var retry = await PostAsync("wh_1", openAi);

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.OK], new[] { first.StatusCode, retry.StatusCode });
        Assert.Equal("realtime.call.incoming", Assert.Single(await Host.EventsAsync()).Type);
    }

    [Fact]
    public async Task Fifty_copies_at_once_are_one_event()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PostAsync("msg_3", Body)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(49, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
    }

    public static TheoryData<string, HttpStatusCode> Forgeries() => new()
    {
        { "no signature", HttpStatusCode.Unauthorized }, { "no id", HttpStatusCode.BadRequest }, { "no timestamp", HttpStatusCode.BadRequest },
        { "dot in id", HttpStatusCode.BadRequest }, { "two ids", HttpStatusCode.BadRequest }, { "long id", HttpStatusCode.BadRequest },
        { "byte changed", HttpStatusCode.Unauthorized }, { "301 s early", HttpStatusCode.Unauthorized }, { "301 s late", HttpStatusCode.Unauthorized },
        { "timestamp 1e9", HttpStatusCode.Unauthorized }, { "timestamp hex", HttpStatusCode.Unauthorized }, { "timestamp 20 digits", HttpStatusCode.Unauthorized },
        { "empty v1", HttpStatusCode.Unauthorized }, { "other secret", HttpStatusCode.Unauthorized }, { "100 signatures", HttpStatusCode.BadRequest },
        { "last of five", HttpStatusCode.Accepted }, { "300 s late", HttpStatusCode.Accepted }, { "GET", HttpStatusCode.MethodNotAllowed },
        { "no json", HttpStatusCode.BadRequest }, { "over 1 MiB", HttpStatusCode.RequestEntityTooLarge },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Every_case_of_the_contract_has_its_code(string name, HttpStatusCode expected)
    {
        var offset = name switch { "301 s early" => 301, "301 s late" => -301, "300 s late" => -300, _ => 0 };
        var id = name switch { "dot in id" => "msg.1", "long id" => new string('a', 257), _ => "msg_9" };
        var timestamp = name switch
        {
            "timestamp 1e9" => "1e9", "timestamp hex" => "0x6B00", "timestamp 20 digits" => new string('1', 20),
            _ => (Host.Clock.GetUtcNow().ToUnixTimeSeconds() + offset).ToString(CultureInfo.InvariantCulture),
        };
        var body = name switch { "no json" => "{", "over 1 MiB" => new string(' ', 1024 * 1024 + 1), _ => Body };
        var signature = Sign(id, timestamp, body, name == "other secret" ? "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" : WebhookSecret);
        signature = name switch
        {
            "empty v1" => "v1,", "100 signatures" => string.Join(' ', Enumerable.Repeat(signature, 100)),
            "last of five" => $"v1,xx v1a,{new string('0', 44)} v2,{signature[3..]} v1,{new string('A', 43)}= {signature}", _ => signature,
        };
        using var request = new HttpRequestMessage(name == "GET" ? HttpMethod.Get : HttpMethod.Post, "/hooks/ep-events");
        request.Content = new StringContent(name == "byte changed" ? body.Replace("s-1", "s-2", StringComparison.Ordinal) : body, Encoding.UTF8, "application/json");
        Add(request, "webhook-id", name == "no id" ? null : id);
        Add(request, "webhook-id", name == "two ids" ? id : null);
        Add(request, "webhook-timestamp", name == "no timestamp" ? null : timestamp);
        Add(request, "webhook-signature", name == "no signature" ? null : signature);

        Assert.Equal(expected, (await Host.Anyone.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_endpoint_and_a_wrong_secret_sound_the_same()
    {
        var unknown = await Host.PostAsync(Body, path: "/hooks/nobody", by: Host.Anyone);
        var silent = await Host.PostAsync(Body, path: "/hooks/ep-max", by: Host.Anyone);
        var wrong = await Host.PostAsync(Body, path: "/hooks/ep-telegram", by: Host.Anyone);

        Assert.All([unknown, silent, wrong], answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(Cancel), await wrong.Content.ReadAsStringAsync(Cancel));
    }

    private Task<HttpResponseMessage> PostAsync(string id, string body)
    {
        var timestamp = Host.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Host.PostAsync(body, path: "/hooks/ep-events", by: Host.Anyone, headers: [("webhook-id", id), ("webhook-timestamp", timestamp), ("webhook-signature", Sign(id, timestamp, body, WebhookSecret))]);
    }

    private static string Sign(string id, string timestamp, string body, string secret) =>
        "v1," + Convert.ToBase64String(Signature.Compute(Signature.KeyOf(secret)!, id, timestamp, Encoding.UTF8.GetBytes(body)));

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
