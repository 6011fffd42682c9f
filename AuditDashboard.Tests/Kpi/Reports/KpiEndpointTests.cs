using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Kpi.Reports;

public sealed class KpiEndpointTests : IAsyncDisposable
{
    private const string Key = "test-key-000000000000000000000000001";
    private const string BranchKey = "test-key-000000000000000000000000002";

    private readonly TestApp _app = new(
        null,
        ("Provisioning:ApiKeys:0:Name", "all"), ("Provisioning:ApiKeys:0:Key", Key), ("Provisioning:ApiKeys:0:Bot", "salon-bot"),
        ("Provisioning:ApiKeys:0:Scopes:0", "read"), ("Provisioning:ApiKeys:0:Scopes:1", "admin"),
        ("Provisioning:Branches:0:Code", "center"),
        ("Provisioning:ApiKeys:1:Name", "one"), ("Provisioning:ApiKeys:1:Key", BranchKey), ("Provisioning:ApiKeys:1:Bot", "salon-bot"),
        ("Provisioning:ApiKeys:1:Branch", "center"), ("Provisioning:ApiKeys:1:Scopes:0", "read"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_has_every_member_of_the_contract_and_no_number_where_nothing_was()
    {
        var kpi = await GetAsync("/api/v1/kpi?from=2026-11-01&to=2026-11-03");

        Assert.Equal(("Europe/Moscow", "2026-11-01", "2026-11-03"), (kpi.GetProperty("zone").GetString(), kpi.GetProperty("from").GetString(), kpi.GetProperty("to").GetString()));
        Assert.Equal("""{"k":0,"n":0,"value":null,"low":null,"high":null,"thresholdMs":3000}""", kpi.GetProperty("responseTime").GetProperty("within").GetRawText());
        Assert.Equal("""{"k":0,"n":0,"value":null,"low":null,"high":null,"maturing":0}""", kpi.GetProperty("conversion").GetRawText());
        Assert.Equal("""{"k":0,"n":0,"value":null,"low":null,"high":null,"declined":0,"silent":0,"undelivered":0,"late":0}""", kpi.GetProperty("confirmation").GetRawText());
        Assert.Equal("""{"k":0,"n":0,"value":null,"low":null,"high":null,"unmarked":0,"coverage":null,"boundLow":null,"boundHigh":null}""", kpi.GetProperty("noShow").GetRawText());
        Assert.Equal(
            """{"k":0,"n":0,"value":null,"low":null,"high":null,"confirmed":0,"assumed":0,"durable":{"k":0,"n":0,"value":null,"low":null,"high":null}}""",
            kpi.GetProperty("autoClosed").GetRawText());
        Assert.Equal("""{"k":0,"n":0,"value":null,"low":null,"high":null,"lost":0}""", kpi.GetProperty("escalations").GetRawText());
        Assert.Equal("""{"k":0,"n":0,"value":null,"low":null,"high":null}""", kpi.GetProperty("intentAccuracy").GetRawText());
        Assert.Equal(0, kpi.GetProperty("bySource").GetArrayLength());
        Assert.Equal(["2026-11-01", "2026-11-02"], kpi.GetProperty("series").GetProperty("days").EnumerateArray().Select(day => day.GetProperty("date").GetString()));
    }

    [Fact]
    public async Task Sums_of_channels_and_branches_are_the_total_and_a_key_sees_its_branch()
    {
        await _app.TellAsync(
            Drafts.Message("1", "2026-11-20T10:00:00Z", more: "\"branch\":\"center\""), Numbers.Answer("2", "2026-11-20T10:00:01Z"),
            Drafts.Message("3", "2026-11-20T10:00:00Z", session: "s-2", client: "tg:2", more: "\"branch\":\"north\""), Numbers.Answer("4", "2026-11-20T10:00:05Z", "s-2"));

        Assert.Equal((1, 2), await WithinAsync("?from=2026-11-20&to=2026-11-21"));
        Assert.Equal((1, 1), await WithinAsync("?from=2026-11-20&to=2026-11-21&branch=center"));
        Assert.Equal((0, 1), await WithinAsync("?from=2026-11-20&to=2026-11-21&branch=north&channel=telegram"));
        Assert.Equal((0, 0), await WithinAsync("?from=2026-11-20&to=2026-11-21&channel=max"));
        Assert.Equal((0, 0), await WithinAsync("?from=2026-11-21&to=2026-11-22"));
        Assert.Equal((1, 1), await WithinAsync("?from=2026-11-20&to=2026-11-21", BranchKey));
        Assert.Equal((0, 0), await WithinAsync("?from=2026-11-20&to=2026-11-21&branch=north", BranchKey));
    }

    [Fact]
    public async Task Needs_of_the_last_seven_days_are_maturing()
    {
        await _app.TellAsync(Numbers.Lead("1", "2026-11-14T20:59:59Z", "tg:1"), Numbers.Lead("2", "2026-11-14T21:00:00Z", "tg:2"));

        var conversion = (await GetAsync("/api/v1/kpi?from=2026-11-01&to=2026-11-30")).GetProperty("conversion");

        Assert.Equal((2, 1), (conversion.GetProperty("n").GetInt32(), conversion.GetProperty("maturing").GetInt32()));
    }

    [Fact]
    public async Task Visits_and_sources_are_told_as_the_contract_names_them()
    {
        await _app.TellAsync(
            Drafts.Of("""{"id":"1","type":"lead.created","time":"2026-11-10T10:00:00Z","channel":"telegram","branch":"center","client":{"id":"tg:1"},"lead":{"id":"L1"},"source":{"utm_source":"VK"}}"""),
            Drafts.Of("""{"id":"2","type":"lead.created","time":"2026-11-10T10:00:00Z","channel":"max","client":{"id":"max:2"},"lead":{"id":"L2"},"source":{"start":"qr"}}"""),
            Drafts.Of("""{"id":"3","type":"booking.created","time":"2026-11-10T11:00:00Z","channel":"telegram","branch":"center","client":{"id":"tg:1"},"booking":{"id":"B1","start":"2026-11-12T10:00:00Z"}}"""),
            Drafts.Of("""{"id":"4","type":"booking.confirmed","time":"2026-11-11T11:00:00Z","booking":{"id":"B1"}}"""),
            Drafts.Of("""{"id":"5","type":"booking.no_show","time":"2026-11-12T11:00:00Z","booking":{"id":"B1"}}"""));

        var kpi = await GetAsync("/api/v1/kpi?from=2026-11-01&to=2026-11-20&branch=center");
        var sources = (await GetAsync("/api/v1/kpi?from=2026-11-01&to=2026-11-20")).GetProperty("bySource");

        Assert.StartsWith("""{"k":1,"n":1,"value":1,"low":0.2065""", kpi.GetProperty("confirmation").GetRawText(), StringComparison.Ordinal);
        Assert.EndsWith("\"unmarked\":0,\"coverage\":1,\"boundLow\":1,\"boundHigh\":1}", kpi.GetProperty("noShow").GetRawText(), StringComparison.Ordinal);
        var day = kpi.GetProperty("series").GetProperty("days")[11];
        Assert.Equal(("2026-11-12", 1, 1), (day.GetProperty("date").GetString(), day.GetProperty("noShow").GetProperty("k").GetInt32(), day.GetProperty("confirmation").GetProperty("n").GetInt32()));
        Assert.Equal(["max 1 0", "vk 1 1"], sources.EnumerateArray().Select(row => $"{row.GetProperty("source")} {row.GetProperty("leads")} {row.GetProperty("converted")}"));
    }

    [Theory]
    [InlineData("?from=2026-11-03&to=2026-11-03")]
    [InlineData("?from=2026-13-01&to=2026-12-01")]
    [InlineData("?from=0001-01-01&to=2026-12-01")]
    [InlineData("?from=yesterday")]
    public async Task A_period_that_is_none_is_refused(string query)
    {
        using var client = Client(Key);
        using var answer = await client.GetAsync("/api/v1/kpi" + query, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Reading_wants_a_key_and_a_rebuild_the_scope_admin()
    {
        using var nobody = _app.CreateClient();
        using var reader = Client(BranchKey);
        using var admin = Client(Key);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/kpi", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/kpi", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/api/v1/admin/kpi/rebuild", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync("/api/v1/admin/kpi/rebuild", null, Cancel)).StatusCode);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<(int K, int N)> WithinAsync(string query, string key = Key)
    {
        var within = (await GetAsync("/api/v1/kpi" + query, key)).GetProperty("responseTime").GetProperty("within");
        return (within.GetProperty("k").GetInt32(), within.GetProperty("n").GetInt32());
    }

    private async Task<JsonElement> GetAsync(string address, string key = Key)
    {
        using var client = Client(key);
        return JsonElement.Parse(await client.GetStringAsync(address, Cancel));
    }

    private HttpClient Client(string key)
    {
        var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
