using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Api;

/// <summary>The organization is in Moscow, three hours before UTC.</summary>
public sealed class FilterTests : IAsyncDisposable
{
    private const string Key = "test-key-000000000000000000000000001";

    /// <summary>A filter, and the messages it lets through.</summary>
    private static readonly (string Filter, string Expected)[] Periods =
    [
        ("from=2026-11-20", "bcd"),
        ("to=2026-11-20", "a"),
        ("from=2026-11-20&to=2026-11-21", "bc"),
        ("from=2026-11-21", "d"),
        ("from=2026-11-19&to=2026-11-20", "a"),
        ("from=2026-11-20T00:00:00Z", "cd"),
        ("from=2026-11-20T00:00:00%2B03:00", "bcd"),
        ("from=2026-11-20T00:00:00+03:00", "bcd"),
        ("to=2026-11-19T21:00:00.001Z", "ab"),
        ("from=&to=", "abcd"),
    ];

    private static readonly string[] Typed =
    [
        "\" OR *",
        "NEAR(a b, 3)",
        "'; DROP TABLE events; --",
        "%_",
        "\"",
        "a\0b \uFFFD {x}:y ^z -w",
        "𝒜𝒷 ½ ①",
    ];

    private readonly TestApp _app = new(
        null, ("Provisioning:ApiKeys:0:Name", "all"), ("Provisioning:ApiKeys:0:Key", Key), ("Provisioning:ApiKeys:0:Bot", "salon-bot"),
        ("Provisioning:ApiKeys:0:Scopes:0", "read"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_date_is_the_organizations_and_an_instant_is_an_instant()
    {
        await _app.TellAsync(Message("a", "2026-11-19T20:59:59.999Z"), Message("b", "2026-11-19T21:00:00Z"), Message("c", "2026-11-20T20:59:59.999Z"), Message("d", "2026-11-20T21:00:00Z"));

        foreach (var (filter, expected) in Periods)
        {
            var events = await GetAsync($"/api/v1/events?{filter}&type=message.received");
            var sessions = await GetAsync($"/api/v1/sessions?{filter}");

            Assert.Equal((filter, expected), (filter, string.Concat(events.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("id").GetString()))));
            Assert.Equal((filter, expected), (filter, string.Concat(sessions.GetProperty("sessions").EnumerateArray().Select(item => item.GetProperty("session").GetString()).Order())));
        }
    }

    [Fact]
    public async Task What_is_no_moment_is_refused()
    {
        foreach (var filter in new[] { "from=2026-02-30", "to=yesterday", "from=0001-01-01", "to=9999-12-31" })
        {
            Assert.Equal((filter, HttpStatusCode.BadRequest), (filter, (await SendAsync($"/api/v1/events?{filter}")).StatusCode));
            Assert.Equal((filter, HttpStatusCode.BadRequest), (filter, (await SendAsync($"/api/v1/sessions?{filter}")).StatusCode));
        }
    }

    [Fact]
    public async Task Whatever_is_typed_is_looked_for_and_breaks_nothing()
    {
        await _app.TellAsync(Message("a", "2026-11-20T10:00:00Z"));

        foreach (var typed in Typed)
        {
            Assert.Equal((typed, HttpStatusCode.OK), (typed, (await SendAsync($"/api/v1/sessions?q={Uri.EscapeDataString(typed)}")).StatusCode));
        }

        Assert.Equal(1, await _app.CountAsync("select count(*) from events where bot = 'salon-bot'"));
    }

    [Fact]
    public async Task A_word_of_an_early_message_finds_the_dialog()
    {
        await _app.TellAsync(Message("a", "2026-11-20T10:00:00Z", "Сколько стоит тонирование?"), Message("b", "2026-11-20T10:01:00Z", "Спасибо", "a"));

        var sessions = await GetAsync("/api/v1/sessions?q=" + Uri.EscapeDataString("ТОНИР"));

        Assert.Equal("a", Assert.Single(sessions.GetProperty("sessions").EnumerateArray()).GetProperty("session").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static EventDraft Message(string id, string time, string text = "Здравствуйте", string? session = null) =>
        Drafts.Message(id, time, text, session ?? id, $"tg:{session ?? id}");

    private async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await (await SendAsync(path)).Content.ReadAsByteArrayAsync(Cancel));

    private async Task<HttpResponseMessage> SendAsync(string path)
    {
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return await client.GetAsync(path, Cancel);
    }
}
