using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuditDashboard.Jobs.Runs;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Jobs.Runs;

public sealed class JobsEndpointTests : IAsyncDisposable
{
    private const string Admin = "test-key-000000000000000000000000000001";
    private const string Reader = "test-key-000000000000000000000000000002";

    private readonly TestApp _app = new(
        null, ("Provisioning:ApiKeys:0:Name", "all"), ("Provisioning:ApiKeys:0:Key", Admin), ("Provisioning:ApiKeys:0:Bot", "salon-bot"), ("Provisioning:ApiKeys:0:Scopes:0", "admin"),
        ("Provisioning:ApiKeys:1:Name", "read"), ("Provisioning:ApiKeys:1:Key", Reader), ("Provisioning:ApiKeys:1:Bot", "salon-bot"), ("Provisioning:ApiKeys:1:Scopes:0", "read"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_job_is_listed_with_its_last_run_and_its_next()
    {
        using var first = await SendAsync(Admin);
        var ended = TestApp.Start.AddHours(1);
        await _app.Get<KeepRun>().HandleAsync("RemoveExpired", ended.AddSeconds(-2), ended, "IOException", Cancel);

        using var answer = await SendAsync(Admin);
        var jobs = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Cancel)).GetProperty("jobs").EnumerateArray().ToDictionary(job => job.GetProperty("job").GetString()!);

        Assert.Contains("QueueDueExports", jobs.Keys);
        Assert.Equal("IOException", jobs["RemoveExpired"].GetProperty("result").GetString());
        Assert.Equal("2026-11-22T11:00:00.000Z", jobs["RemoveExpired"].GetProperty("lastEndedAt").GetString());
        Assert.NotNull(jobs["QueueDueExports"].GetProperty("nextRunAt").GetString());
    }

    [Fact]
    public async Task Of_a_job_that_runs_every_minute_only_the_newest_runs_are_kept()
    {
        using var first = await SendAsync(Admin);
        for (var i = 0; i < 510; i++)
        {
            await _app.Get<KeepRun>().HandleAsync("sweep", TestApp.Start.AddMinutes(i), TestApp.Start.AddMinutes(i), "done", Cancel);
        }

        Assert.Equal(500, await _app.CountAsync("select count(*) from job_runs where job = 'sweep'"));
    }

    [Fact]
    public async Task Only_an_admin_key_sees_them()
    {
        using var refused = await SendAsync(Reader);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<HttpResponseMessage> SendAsync(string key)
    {
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await client.GetAsync("/api/v1/admin/jobs", Cancel);
    }
}
