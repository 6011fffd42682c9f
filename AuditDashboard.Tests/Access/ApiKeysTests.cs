using System.Net;
using System.Net.Http.Headers;
using AuditDashboard.Access;
using AuditDashboard.Access.ApiKeys;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Access;

public sealed class ApiKeysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_works_from_its_issue_until_its_revocation_even_on_a_connection_that_stays_open()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        using var bot = new HttpClient { BaseAddress = host.Address };

        var key = (await owner.Get<IssueApiKey>().HandleAsync(new NewApiKey("Main", "my-bot", "north", ["ingest"]), Cancel)).Value!;
        bot.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var used = await bot.PostAsync("/test/ingest", null, Cancel);
        var line = (await owner.Get<ApiKeysQuery>().RunAsync(Cancel)).Single(known => known.Name == "Main");
        await owner.Get<RevokeApiKey>().HandleAsync(line.Id, Cancel);
        using var refused = await bot.PostAsync("/test/ingest", null, Cancel);

        Assert.Equal("my-bot north", await used.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(new DateOnly(2026, 11, 22), line.UsedOn);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/problems/unauthorized", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [InlineData("/test/ingest", null, null, 401)]
    [InlineData("/test/ingest", "Authorization", "Bearer " + AccessHost.IngestKey, 200)]
    [InlineData("/test/ingest", "Authorization", "bearer   " + AccessHost.IngestKey, 200)]
    [InlineData("/test/ingest", "X-Api-Key", AccessHost.IngestKey, 200)]
    [InlineData("/test/ingest", "Authorization", AccessHost.IngestKey, 401)]
    [InlineData("/test/ingest", "Authorization", "Basic " + AccessHost.IngestKey, 401)]
    [InlineData("/test/ingest", "X-Api-Key", AccessHost.IngestKey + "x", 401)]
    [InlineData("/test/ingest?key=" + AccessHost.IngestKey, null, null, 401)]
    [InlineData("/test/ingest?access_token=" + AccessHost.IngestKey, null, null, 401)]
    public async Task A_key_is_read_from_two_headers_and_never_from_the_address(string path, string? header, string? value, int status)
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var bot = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var answer = await bot.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_key_without_the_scope_is_known_but_refused_and_an_owner_in_the_browser_is_let_in()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        using var bot = new HttpClient { BaseAddress = host.Address };
        bot.DefaultRequestHeaders.Add("X-Api-Key", AccessHost.IngestKey);
        using var visitor = host.Browse();

        using var refused = await bot.GetAsync("/test/evidence", Cancel);
        using var signedIn = await visitor.SignInAsync();
        var admitted = await visitor.ReadAsync("/test/evidence");
        var raw = await bot.GetStringAsync("/test/raw", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("scope=\"evidence\"", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal("app", admitted);
        Assert.Equal("salon-bot", raw);
    }

    [Fact]
    public async Task The_database_holds_neither_a_key_nor_its_secret_part()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        var key = (await owner.Get<IssueApiKey>().HandleAsync(new NewApiKey("Main", "my-bot", null, ["read"]), Cancel)).Value!;

        var bytes = Directory.GetFiles(host.Folder, "audit.db*").SelectMany(ReadShared).ToArray();
        var text = System.Text.Encoding.Latin1.GetString(bytes);

        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.DoesNotContain(key[21..53], text, StringComparison.Ordinal);
        Assert.DoesNotContain(AccessHost.IngestKey, text, StringComparison.Ordinal);
        Assert.Contains(key[9..21], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_may_speak_for_the_application_itself()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);

        var issued = await owner.Get<IssueApiKey>().HandleAsync(new NewApiKey("Main", "app", null, ["ingest"]), Cancel);

        Assert.Equal("bot.invalid", issued.Refusal?.Code);
    }

    [Fact]
    public async Task A_lookup_allocates_next_to_nothing()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        var keys = host.Services.GetRequiredService<IApiKeys>();
        keys.Find(AccessHost.IngestKey);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            keys.Find(AccessHost.IngestKey);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000 * 64);
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
