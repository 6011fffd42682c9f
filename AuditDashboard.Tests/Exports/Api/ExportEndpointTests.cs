using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Exports.Api;

public sealed class ExportEndpointTests : IAsyncDisposable
{
    private const string Key = "test-key-000000000000000000000000000001";
    private const string CenterKey = "test-key-000000000000000000000000000002";
    private const string IngestKey = "test-key-000000000000000000000000000003";

    private readonly TestApp _app = new(
        null,
        ("Provisioning:ApiKeys:0:Name", "all"), ("Provisioning:ApiKeys:0:Key", Key), ("Provisioning:ApiKeys:0:Bot", "salon-bot"), ("Provisioning:ApiKeys:0:Scopes:0", "read"),
        ("Provisioning:ApiKeys:1:Name", "center"), ("Provisioning:ApiKeys:1:Key", CenterKey), ("Provisioning:ApiKeys:1:Bot", "salon-bot"), ("Provisioning:ApiKeys:1:Branch", "center"),
        ("Provisioning:ApiKeys:1:Scopes:0", "read"),
        ("Provisioning:ApiKeys:2:Name", "in"), ("Provisioning:ApiKeys:2:Key", IngestKey), ("Provisioning:ApiKeys:2:Bot", "salon-bot"), ("Provisioning:ApiKeys:2:Scopes:0", "ingest"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_of_events_is_the_object_of_the_reading_api()
    {
        await TellAsync();
        var read = JsonElement.Parse(await GetAsync("/api/v1/events?type=message.received")).GetProperty("events");

        var lines = (await GetAsync("/api/v1/exports/events?format=jsonl")).TrimEnd().Split('\n').Select(line => JsonElement.Parse(line)).ToList();

        Assert.Equal(
            read.EnumerateArray().Select(item => item.GetRawText()),
            lines.Where(line => line.TryGetProperty("type", out var type) && type.GetString() == "message.received").Select(line => line.GetRawText()));
        Assert.Equal(lines.Count - 1, lines[^1].GetProperty("count").GetInt32());
        Assert.False(lines[^1].TryGetProperty("seq", out _));
    }

    [Theory]
    [InlineData("from=2026-11-20&to=2026-11-21")]
    [InlineData("channel=telegram")]
    [InlineData("branch=north")]
    [InlineData("from=2026-11-19T21:00:00Z&branch=center")]
    [InlineData("q=суббот")]
    [InlineData("")]
    public async Task Sessions_are_those_of_the_list_under_the_same_filters(string filter)
    {
        await TellAsync();
        var listed = JsonElement.Parse(await GetAsync($"/api/v1/sessions?{filter}")).GetProperty("sessions").EnumerateArray().Select(item => item.GetProperty("sessionId").GetString());

        var exported = JsonElement.Parse(await GetAsync($"/api/v1/exports/sessions?format=json&{filter}")).GetProperty("sessions").EnumerateArray().Select(item => item.GetProperty("sessionId").GetString());

        Assert.Equal(listed.Order(), exported.Order());
    }

    [Fact]
    public async Task A_booking_is_one_row_by_its_last_start_with_plan_and_fact()
    {
        await _app.TellAsync(
            Booking("b1", "booking.created", "2026-11-01T10:00:00Z", "B-1", "2026-11-10T12:00:00+03:00"),
            Booking("b2", "booking.rescheduled", "2026-11-02T10:00:00Z", "B-1", "2026-11-21T12:00:00+03:00"),
            Booking("b3", "booking.confirmed", "2026-11-20T10:00:00Z", "B-1", null),
            Booking("b4", "booking.created", "2026-11-03T10:00:00Z", "B-2", "2026-11-10T12:00:00+03:00"));

        var rows = JsonElement.Parse(await GetAsync("/api/v1/exports/bookings?format=json&from=2026-11-20&to=2026-11-22")).GetProperty("bookings");

        var row = Assert.Single(rows.EnumerateArray());
        Assert.Equal(("B-1", "2026-11-21T09:00:00.000Z", "confirmed", 1), (row.GetProperty("id").GetString(), row.GetProperty("start").GetString(), row.GetProperty("plan").GetString(), row.GetProperty("moves").GetInt32()));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("fact").ValueKind);
    }

    [Fact]
    public async Task A_key_with_a_branch_takes_only_that_branch_out()
    {
        await TellAsync();

        var lines = (await GetAsync("/api/v1/exports/events?format=csv&branch=north", CenterKey)).TrimEnd().Split("\r\n");

        Assert.Equal(2, lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.Contains(",center,", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_period_is_a_header_only()
    {
        await TellAsync();

        Assert.Single((await GetAsync("/api/v1/exports/events?from=2020-01-01&to=2020-02-01")).TrimEnd().Split("\r\n"));
    }

    [Fact]
    public async Task What_left_is_noted_in_the_log_and_in_the_journal()
    {
        await TellAsync();

        await GetAsync("/api/v1/exports/sessions?from=2026-11-20&branch=center");

        var noted = Assert.Single(await _app.Get<IEventReader>().ListAsync(new EventFilter(Type: "export.made"), Cancel));
        Assert.Equal(("sessions", "1", "done", "center"), (noted.Content!.DataText("what"), noted.Content.DataText("rows"), noted.Content.DataText("result"), noted.Content.DataText("branch")));
        Assert.StartsWith("key:", noted.Content.DataText("by"), StringComparison.Ordinal);
        Assert.Equal(1, await _app.CountAsync("select count(*) from access_journal where action = 'export.made' and who like 'key:%'"));
    }

    [Theory]
    [InlineData("/api/v1/exports/clients", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/exports/events?format=xls", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/exports/events?dialect=excel-de", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/exports/events?from=yesterday", HttpStatusCode.BadRequest)]
    public async Task What_is_not_understood_is_refused(string path, HttpStatusCode expected) => Assert.Equal(expected, (await SendAsync(path, Key)).StatusCode);

    [Fact]
    public async Task Only_a_key_that_may_read_opens_it()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync("/api/v1/exports/events", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("/api/v1/exports/events", IngestKey)).StatusCode);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task TellAsync() => _app.TellAsync(
        Message("a", "2026-11-19T20:59:59Z", "center", "=1+1"), Message("b", "2026-11-19T21:00:00Z", "center", "Можно на субботу?"), Message("c", "2026-11-20T21:00:00Z", "north", "Здравствуйте"));

    private static EventDraft Message(string id, string time, string branch, string text) => Drafts.Message(id, time, text, id, $"tg:{id}", $"\"branch\":\"{branch}\"");

    private static EventDraft Booking(string id, string type, string time, string booking, string? start) => Drafts.Of(
        $$"""{"id":"{{id}}","type":"{{type}}","time":"{{time}}","client":{"id":"tg:1"},"booking":{"id":"{{booking}}"{{(start is null ? "" : $",\"start\":\"{start}\"")}}} }""");

    private async Task<string> GetAsync(string path, string key = Key)
    {
        using var answer = await SendAsync(path, key);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? key)
    {
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await client.GetAsync(path, Cancel);
    }
}
