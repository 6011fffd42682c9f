using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Reminders.Api;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow.</summary>
public sealed class BookingsEndpointTests : IAsyncDisposable
{
    private const string Key = "test_key_00000000000000000000000000000001";

    private readonly TestApp _app = new(
        null, ("Provisioning:ApiKeys:0:Name", "test"), ("Provisioning:ApiKeys:0:Key", Key), ("Provisioning:ApiKeys:0:Bot", "salon-bot"),
        ("Provisioning:ApiKeys:0:Scopes:0", "ingest"), ("Provisioning:ApiKeys:0:Scopes:1", "read"), ("Provisioning:ApiKeys:0:Scopes:2", "admin"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Bookings_are_read_by_page_with_what_was_planned_for_them()
    {
        using var bot = Client();
        await BookAsync(bot, "B-2", "2026-11-25T07:00:00Z");
        await BookAsync(bot, "B-1", "2026-11-24T11:30:00Z");

        var first = await bot.GetFromJsonAsync<JsonElement>("/api/v1/bookings?from=2026-11-24&limit=1", Cancel);
        var second = await bot.GetFromJsonAsync<JsonElement>($"/api/v1/bookings?from=2026-11-24&limit=1&after={first.GetProperty("next")}", Cancel);

        var booking = first.GetProperty("bookings")[0];
        Assert.Equal("B-1", booking.GetProperty("id").GetString());
        Assert.Equal("2026-11-24T11:30:00.000Z", booking.GetProperty("start").GetString());
        Assert.Equal(("created", JsonValueKind.Null), (booking.GetProperty("plan").GetString(), booking.GetProperty("fact").ValueKind));
        Assert.Equal("Анна", booking.GetProperty("client").GetProperty("name").GetString());
        Assert.Equal(
            ["24h 2026-11-23T11:30:00.000Z planned", "3h 2026-11-24T08:30:00.000Z planned"],
            booking.GetProperty("reminders").EnumerateArray().Select(one => $"{one.GetProperty("rule")} {one.GetProperty("dueAt")} {one.GetProperty("state")}"));
        Assert.Equal("B-2", second.GetProperty("bookings")[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_mark_by_staff_is_an_event_and_shows_at_once()
    {
        using var bot = Client();
        await BookAsync(bot, "B-1", "2026-11-24T11:30:00Z");

        using var answer = await bot.PatchAsJsonAsync("/api/v1/bookings/B-1", new { fact = "no_show" }, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no_show", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("fact").GetString());
        Assert.Single((await bot.GetFromJsonAsync<JsonElement>("/api/v1/bookings?status=no_show", Cancel)).GetProperty("bookings").EnumerateArray());
        var events = await bot.GetFromJsonAsync<JsonElement>("/api/v1/events?type=booking.no_show", Cancel);
        Assert.Equal("human", Assert.Single(events.GetProperty("events").EnumerateArray()).GetProperty("actor").GetString());
    }

    [Theory]
    [InlineData("B-9", """{"fact":"attended"}""", HttpStatusCode.NotFound)]
    [InlineData("B-1", """{"fact":"gone"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("B-1", """{"fact":7}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("B-1", "[", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_no_mark_of_a_booking_is_refused(string id, string body, HttpStatusCode expected)
    {
        using var bot = Client();
        await BookAsync(bot, "B-1", "2026-11-24T11:30:00Z");

        using var content = new StringContent(body, null, "application/json");
        using var answer = await bot.PatchAsync(new Uri($"/api/v1/bookings/{id}", UriKind.Relative), content, Cancel);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_reads_without_a_key()
    {
        using var anyone = _app.CreateClient();

        using var answer = await anyone.GetAsync(new Uri("/api/v1/bookings", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private HttpClient Client()
    {
        var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return client;
    }

    private static async Task BookAsync(HttpClient bot, string id, string start)
    {
        using var answer = await bot.PostAsJsonAsync("/api/v1/events", new
        {
            id = $"e-{id}", type = "booking.created", time = "2026-11-22T09:30:00Z", channel = "telegram", client = new { id = "tg:700000101", name = "Анна" },
            booking = new { id, service = "Стрижка", staff = "Ольга", start },
        }, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
