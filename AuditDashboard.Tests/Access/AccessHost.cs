using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Shell;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Access;

/// <summary>The capabilities below the log's readers on a real server, a real file and a clock moved by hand.</summary>
internal sealed class AccessHost : IAsyncDisposable
{
    public const string OwnerEmail = "owner@salon.example";
    public const string OwnerPassword = "correct horse battery";
    public const string IngestKey = "provisioned-ingest-key-0123456789abcdef";

    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private AccessHost(WebApplication app, string folder, bool ownsFolder, FakeTimeProvider time) =>
        (_app, Folder, _ownsFolder, Time) = (app, folder, ownsFolder, time);

    public string Folder { get; }

    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Settings as in configuration files; <paramref name="folder"/> of an earlier host continues its database.</summary>
    public static async Task<AccessHost> StartAsync(Dictionary<string, string?>? settings = null, string? folder = null)
    {
        var ownFolder = folder ?? Path.Combine(Path.GetTempPath(), $"audit-{Secrets.Token(12)}");
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        var host = new AccessHost(Build(settings ?? [], ownFolder, time), ownFolder, folder is null, time);
        await host._app.StartAsync();
        return host;
    }

    /// <summary>With one owner and one key from configuration.</summary>
    public static Task<AccessHost> StartProvisionedAsync(string? folder = null) => StartAsync(Provisioned(), folder);

    public static Dictionary<string, string?> Provisioned() => new()
    {
        ["Provisioning:Organization:Name"] = "Salon",
        ["Provisioning:Branches:0:Code"] = "center",
        ["Provisioning:Branches:0:Name"] = "Center",
        ["Provisioning:Branches:1:Code"] = "north",
        ["Provisioning:Branches:1:Name"] = "North",
        ["Provisioning:Users:0:Email"] = OwnerEmail,
        ["Provisioning:Users:0:Password"] = OwnerPassword,
        ["Provisioning:Users:0:Role"] = "owner",
        ["Provisioning:Users:0:Name"] = "Owner",
        ["Provisioning:ApiKeys:0:Name"] = "bot",
        ["Provisioning:ApiKeys:0:Key"] = IngestKey,
        ["Provisioning:ApiKeys:0:Bot"] = "salon-bot",
        ["Provisioning:ApiKeys:0:Branch"] = "center",
        ["Provisioning:ApiKeys:0:Scopes:0"] = "ingest",
    };

    public Visitor Browse() => new(Address);

    public AuditDbContext Database() => Services.GetRequiredService<IDbContextFactory<AuditDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static WebApplication Build(Dictionary<string, string?> settings, string folder, FakeTimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "AuditDashboard", EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration.AddInMemoryCollection([new("Storage:DataFolder", folder), new("Urls", "http://127.0.0.1:0")]);
        builder.Logging.ClearProviders();
        builder.AddFoundation();
        builder.AddStorage();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.AddShell().AddAccess().AddEvents().AddSettings();
        var app = builder.Build();
        app.UseShell();
        app.MapAccess();
        app.MapShell();
        app.MapPost("/test/ingest", (CallingBot bot) => $"{bot.Bot} {bot.Branch}").RequireKey("ingest");
        app.MapGet("/test/evidence", (CallingBot bot) => bot.Bot).RequireKey("evidence", orOwner: true);
        app.MapGet("/test/raw", async (HttpContext context, IApiKeys keys) => await ApiKeyGate.AdmitAsync(context, keys, "ingest") is { } bot ? TypedResults.Text(bot.Bot) : null).AllowAnonymous();
        app.MapGet("/test/viewer", async (ICurrentViewer viewers) => await viewers.GetAsync());
        app.MapGet("/test/people", () => "people").RequireAuthorization(Policies.ManagePeople);
        return app;
    }
}
