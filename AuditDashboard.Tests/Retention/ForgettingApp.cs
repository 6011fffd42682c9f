using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Retention;

/// <summary>The whole application with a key that may send, read and administrate, and the few calls these tests make.</summary>
internal sealed class ForgettingApp : IAsyncDisposable
{
    public const string Key = "test_key_00000000000000000000000000000001";

    private readonly TestApp _app;
    private readonly WebApplicationFactory<Program> _host;

    public ForgettingApp(string? folder = null, params (string Setting, string Value)[] settings)
        : this(folder, null, settings)
    {
    }

    /// <param name="death">Ends it in the middle of its work.</param>
    public ForgettingApp(string? folder, Death? death, params (string Setting, string Value)[] settings)
    {
        _app = new TestApp(folder, [.. KeySettings, .. settings]);
        _host = death?.In(_app) ?? _app;
        Bot = _host.CreateClient();
        Bot.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public static (string Setting, string Value)[] KeySettings =>
    [
        ("Provisioning:ApiKeys:0:Name", "test"), ("Provisioning:ApiKeys:0:Key", Key), ("Provisioning:ApiKeys:0:Bot", "salon-bot"),
        ("Provisioning:ApiKeys:0:Scopes:0", "ingest"), ("Provisioning:ApiKeys:0:Scopes:1", "read"), ("Provisioning:ApiKeys:0:Scopes:2", "admin"),
    ];

    public HttpClient Bot { get; }

    public string Folder => _app.Folder;

    public FakeTimeProvider Clock => _app.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Accepted, or the test ends here.</summary>
    public async Task SendAsync(params object[] events)
    {
        var answer = await Bot.PostAsJsonAsync("/api/v1/events", events, Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>A client's message, so many days ago.</summary>
    public object Message(string id, double daysAgo, string text, string client = "tg:700000101", string? name = null, string? phone = null, string? session = null) => new
    {
        id, type = "message.received", time = Now.AddDays(-daysAgo), channel = "telegram", session, client = new { id = client, name, phone }, text,
    };

    public async Task<JsonElement> RetainAsync(int days, bool dryRun = false)
    {
        var answer = await Bot.PostAsJsonAsync("/api/v1/admin/retention", new { days, dryRun }, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(await Bot.GetAsync(path, Cancel));

    public async Task<List<JsonElement>> EventsAsync(string query = "") => [.. (await GetAsync($"/api/v1/events?limit=1000{query}")).GetProperty("events").EnumerateArray()];

    public async Task<JsonElement> EventAsync(string id) => (await EventsAsync()).Single(item => item.GetProperty("id").GetString() == id);

    /// <summary>Asks for an erasure and waits until it is over.</summary>
    public async Task<JsonElement> EraseAsync(string clientId)
    {
        var answer = await Bot.PostAsJsonAsync("/api/v1/admin/erasures", new { clientId, reason = "просьба клиента" }, Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancel));
        return await ErasedAsync((await ReadAsync(answer)).GetProperty("id").GetString()!);
    }

    public async Task<JsonElement> ErasedAsync(string id)
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            var state = await GetAsync($"/api/v1/admin/erasures/{id}");
            if (state.GetProperty("status").GetString() == "done")
            {
                return state;
            }

            await Task.Yield();
        }

        throw new TimeoutException((await GetAsync($"/api/v1/admin/erasures/{id}")).ToString());
    }

    /// <summary>One number read from the database file.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var db = await Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the tests' own words
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Cancel));

    public static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await _host.DisposeAsync();
        await _app.DisposeAsync();
    }
}
