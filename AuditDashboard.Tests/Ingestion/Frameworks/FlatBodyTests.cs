using System.Net;
using System.Text;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Frameworks;

/// <summary>What home-made nodes send: nothing is guessed, and what cannot be read is said.</summary>
public sealed class FlatBodyTests : IngestTests
{
    private const string Flat = """{"chatId":"700000101","text":"Спасибо, записала!","role":"assistant","intent":"booking.create","confidence":"0,93","ms":"1 840","ts":"18.11.2026 14:05:14"}""";

    protected override (string, string?)[] Settings => [.. Endpoints, ("Provisioning:Organization:TimeZone", "Europe/Moscow")];

    [Theory]
    [InlineData("application/json; charset=windows-1251")]
    [InlineData("application/json; charset=\"Windows-1251\"")]
    public async Task Cyrillic_of_an_older_kind_is_read_when_the_header_says_so(string type)
    {
        var answer = await Host.PostAsync(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Flat), type);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var content = Assert.Single(await Host.EventsAsync()).Content!;
        Assert.Equal(("Спасибо, записала!", 0.93, 1840L), (content.Text, content.Intent?.Confidence, content.LatencyMs));
    }

    [Fact]
    public async Task Our_own_events_are_utf8_and_nothing_else()
    {
        var answer = await Host.PostAsync("""{"id":"x","type":"message.sent","time":"2026-11-22T10:00:00Z"}""", "application/json; charset=windows-1251");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Empty(await Host.EventsAsync());
    }

    [Fact]
    public async Task A_byte_order_mark_and_an_array_are_no_hindrance()
    {
        var answer = await Host.PostAsync("\uFEFF[" + Flat + "," + Flat.Replace("Спасибо", "Хорошо", StringComparison.Ordinal) + "]");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(2, (await Host.EventsAsync()).Count);
    }

    [Theory]
    [InlineData("2026-11-18T14:05:14+03:00")]
    [InlineData("2026-11-18 14:05:14")]
    [InlineData("18.11.2026, 14:05:14")]
    [InlineData("18.11.26 14:05:14")]
    [InlineData("1794999914")]
    [InlineData("1794999914000")]
    public async Task Times_as_people_and_machines_write_them(string time)
    {
        await Host.PostAsync(Flat.Replace("18.11.2026 14:05:14", time, StringComparison.Ordinal));

        Assert.Equal(1_794_999_914, Assert.Single(await Host.EventsAsync()).OccurredAt.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("\"ts\":\"18.11.2026 14:05:14\"", "\"ts\":\"вчера\"", "/ts")]
    [InlineData(",\"ts\":\"18.11.2026 14:05:14\"", "", "/time")]
    [InlineData("\"ts\":\"18.11.2026 14:05:14\"", "\"ts\":0", "/ts")]
    [InlineData("\"0,93\"", "\"много\"", "/confidence")]
    [InlineData("\"0,93\"", "93", "/confidence")]
    [InlineData("\"1 840\"", "\"быстро\"", "/ms")]
    [InlineData("\"assistant\"", "\"кто-то\"", "/role")]
    [InlineData("\"role\":\"assistant\",", "", "/role")]
    public async Task What_cannot_be_read_is_refused_by_name_and_waits_as_it_came(string old, string now, string member)
    {
        var body = Flat.Replace(old, now, StringComparison.Ordinal);

        var answer = await Host.PostAsync(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await IngestHost.JsonAsync(answer)).GetProperty("errors").TryGetProperty(member, out _));
        var items = (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items");
        Assert.Equal(body, items[0].GetProperty("body").GetString());
        Assert.Empty(await Host.EventsAsync());
    }

    [Theory]
    [InlineData("\"role\":\"user\"", "message.received", "client")]
    [InlineData("\"direction\":\"outgoing\"", "message.sent", "ai")]
    [InlineData("\"sender\":\"оператор\"", "message.sent", "human")]
    public async Task Whoever_spoke_is_told_by_the_name_of_the_role(string role, string type, string actor)
    {
        await Host.PostAsync(Flat.Replace("\"role\":\"assistant\"", role, StringComparison.Ordinal).Replace("\"chatId\"", "\"channel\":\"Telegram\",\"chatId\"", StringComparison.Ordinal));

        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, actor, "tg:700000101"), (stored.Type, stored.Content!.Actor, stored.Content.Client!.Id));
    }

    [Theory]
    [InlineData("""{"id":"x","time":"2026-11-22T10:00:00Z","session":"s","text":"нет типа"}""", "/type")]
    [InlineData("""{"text":"x","client":{"id":"tg:1"},"chatId":"1"}""", "/type")]
    [InlineData("""{"text":"x"}""", "/type")]
    public async Task A_body_of_ours_with_a_mistake_goes_the_usual_way(string body, string member)
    {
        var answer = await Host.PostAsync(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await IngestHost.JsonAsync(answer)).GetProperty("errors").TryGetProperty(member, out _));
    }
}
