using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuditDashboard.Backups;
using AuditDashboard.Foundation;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Backups.Api;

public sealed class BackupsEndpointTests : IAsyncDisposable
{
    private const string Admin = "test-key-000000000000000000000000000001";
    private const string Reader = "test-key-000000000000000000000000000002";

    private readonly TestApp _app = new(
        null, ("Provisioning:ApiKeys:0:Name", "all"), ("Provisioning:ApiKeys:0:Key", Admin), ("Provisioning:ApiKeys:0:Bot", "salon-bot"), ("Provisioning:ApiKeys:0:Scopes:0", "admin"),
        ("Provisioning:ApiKeys:1:Name", "read"), ("Provisioning:ApiKeys:1:Key", Reader), ("Provisioning:ApiKeys:1:Bot", "salon-bot"), ("Provisioning:ApiKeys:1:Scopes:0", "read"),
        ("Backups:LeastFreeMegabytes", "0"), ("Backups:LeastFreePercent", "0"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_asked_for_made_and_listed_and_both_calls_stand_in_the_journal()
    {
        using var bot = Bot(Admin);
        using var news = new SemaphoreSlim(0);
        using var listening = _app.Get<Pulse<BackupsChanged>>().Listen(_ => news.Release());

        using var asked = await bot.PostAsync("/api/v1/admin/backups", null, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var id = (await JsonAsync(asked)).GetProperty("id").GetGuid();
        JsonElement list;
        while ((list = await ListAsync(bot)).GetProperty("backups").GetArrayLength() == 0)
        {
            await news.WaitAsync(Cancel);
        }

        var backup = list.GetProperty("backups")[0];
        Assert.Equal(id, backup.GetProperty("id").GetGuid());
        Assert.True(backup.GetProperty("verified").GetBoolean());
        Assert.Equal("2026-11-22T10:00:00.000Z", backup.GetProperty("createdAt").GetString());
        Assert.Equal(64, backup.GetProperty("sha256").GetString()!.Length);
        var file = new FileInfo(Path.Combine(_app.Folder, "backups", backup.GetProperty("file").GetString()!));
        Assert.Equal(file.Length, backup.GetProperty("size").GetInt64());
        Assert.Equal(1, await _app.CountAsync("select count(*) from access_journal where action = 'backup.started' and who like 'key:%'"));
        Assert.True(await _app.CountAsync("select count(*) from access_journal where action = 'backups.read'") > 0);
    }

    [Fact]
    public async Task Only_an_admin_key_may()
    {
        using var reader = Bot(Reader);
        using var anyone = _app.CreateClient();

        using var asked = await reader.PostAsync("/api/v1/admin/backups", null, Cancel);
        using var listed = await reader.GetAsync("/api/v1/admin/backups", Cancel);
        using var unknown = await anyone.PostAsync("/api/v1/admin/backups", null, Cancel);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (asked.StatusCode, listed.StatusCode, unknown.StatusCode));
    }

    [Theory]
    [InlineData("/settings/backups/key")]
    [InlineData("/settings/backups/files/audit.db")]
    [InlineData("/settings/backups/files/..%2faudit.db")]
    public async Task Without_an_owner_signed_in_no_file_is_handed_out(string path)
    {
        using var bot = Bot(Admin);

        using var answer = await bot.GetAsync(path, Cancel);

        Assert.DoesNotContain("octet-stream", answer.Content.Headers.ContentType?.MediaType ?? "", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private HttpClient Bot(string key)
    {
        var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task<JsonElement> ListAsync(HttpClient bot)
    {
        using var answer = await bot.GetAsync("/api/v1/admin/backups", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await JsonAsync(answer);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Cancel));
}
