using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Relay;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Support;

/// <summary>The ways in on a real Kestrel and a real file, with a clock that is moved by hand. Two keys: <c>ingest read admin</c>, and <c>ingest</c> only.</summary>
internal sealed class IngestHost : IAsyncDisposable
{
    public const string Key = "test_key_00000000000000000000000000000001";
    public const string IngestOnlyKey = "test_key_00000000000000000000000000000002";
    public const string ReadOnlyKey = "test_key_00000000000000000000000000000003";

    // Tests move the clock by days: what looks after channels runs only where a test asks for it.
    private static readonly (string, string?)[] QuietHealth = [("ChannelHealth:ProbeSeconds", "0"), ("ChannelHealth:SilenceSeconds", "0")];

    private readonly WebApplication _app;
    private readonly bool _keeps;

    private IngestHost(WebApplication app, string folder, FakeTimeProvider clock, bool keeps)
    {
        (_app, Folder, Clock, _keeps) = (app, folder, clock, keeps);
        Address = new Uri(app.Urls.First());
        Bot = Client(Key);
        Anyone = Client(null);
    }

    public string Folder { get; }

    public FakeTimeProvider Clock { get; }

    public Uri Address { get; }

    public HttpClient Bot { get; }

    public HttpClient Anyone { get; }

    public static Task<IngestHost> StartAsync(string? folder, params (string Setting, string? Value)[] settings) => StartAsync(folder, settings, _ => { });

    /// <param name="also">Changes the application before it is built.</param>
    public static async Task<IngestHost> StartAsync(string? folder, (string Setting, string? Value)[] settings, Action<WebApplicationBuilder> also)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("audit-").FullName;
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-22T10:00:00Z", CultureInfo.InvariantCulture));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(
            QuietHealth.Concat(settings).Append(("Storage:DataFolder", data)).GroupBy(pair => pair.Item1).Select(pairs => KeyValuePair.Create(pairs.Key, pairs.Last().Item2)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddFoundation().AddStorage().AddEvents().AddConversations().AddIngestion().AddChannels().AddRelay();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.AddSingleton(new SalonClock(clock, TimeZoneInfo.FindSystemTimeZoneById(builder.Configuration["Provisioning:Organization:TimeZone"] ?? "UTC")));
        builder.Services.AddSingleton(services => new SalonZones(services.GetRequiredService<SalonClock>(), () => new Dictionary<string, TimeZoneInfo>()));
        builder.Services.AddSingleton<ISettings, NothingSettled>().AddSingleton<Pulse<SettingsChanged>>();
        builder.Services.AddSingleton<IApiKeys, Keys>();
        builder.Services.AddScoped<IAccessJournal, Journal>();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data, "keys")));
        also(builder);
        var app = builder.Build();
        app.MapIngestion();
        app.MapChannels();
        app.MapRelay();
        app.MapConversations();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new IngestHost(app, data, clock, folder is not null);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }

    /// <summary>Posts bytes as a bot does.</summary>
    public Task<HttpResponseMessage> PostAsync(byte[] body, string type = "application/json", string path = "/api/v1/events", HttpClient? by = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return (by ?? Bot).SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostAsync(string body, string type = "application/json", string path = "/api/v1/events", HttpClient? by = null, params (string Name, string Value)[] headers) =>
        PostAsync(Encoding.UTF8.GetBytes(body), type, path, by, headers);

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

    public Task<IReadOnlyList<StoredEvent>> EventsAsync() =>
        Get<IEventReader>().ListAsync(new EventFilter(Limit: 10_000), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        Anyone.Dispose();
        // Disposing alone does not wait for what works in the background, and that would write on while the folder is deleted.
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!_keeps)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class Keys : IApiKeys
    {
        public CallingBot? Find(ReadOnlySpan<char> key) => key switch
        {
            Key => new CallingBot("k1", "salon-bot", "center", new HashSet<string> { "ingest", "read", "admin" }),
            IngestOnlyKey => new CallingBot("k2", "other-bot", null, new HashSet<string> { "ingest" }),
            ReadOnlyKey => new CallingBot("k3", "salon-bot", null, new HashSet<string> { "read" }),
            _ => null,
        };
    }

    private sealed class NothingSettled : ISettings
    {
        public SalonSettings Salon { get; } = new("", "Europe/Moscow", []);
    }

    private sealed class Journal : IAccessJournal
    {
        public Task WriteAsync(string action, string? subject, string? reason, CancellationToken cancel) => Task.CompletedTask;
    }
}
