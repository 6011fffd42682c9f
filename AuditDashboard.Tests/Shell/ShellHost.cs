using System.Security.Claims;
using System.Text.Encodings.Web;
using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Tests.Shell;

/// <summary>The frame alone, in memory: no storage, and a viewer who is signed in when the request says so.</summary>
internal sealed class ShellHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ShellHost(WebApplication app) => _app = app;

    public static async Task<ShellHost> StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ShellModule).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.AddShell();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new SalonClock(TimeProvider.System, TimeZoneInfo.Utc));
        builder.Services.AddSingleton<ICurrentViewer, Owner>();
        builder.Services.AddSingleton<ISettings, Lavender>();
        builder.Services.AddAuthentication(HeaderScheme.Name).AddScheme<AuthenticationSchemeOptions, HeaderScheme>(HeaderScheme.Name, null);
        var app = builder.Build();
        app.UseShell();
        app.MapShell();
        app.MapGet("/breaks", string () => throw new InvalidOperationException("secret words"));
        await app.StartAsync(cancel);
        return new ShellHost(app);
    }

    public HttpClient Browser(bool signedIn = true)
    {
        var client = _app.GetTestServer().CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        if (signedIn)
        {
            client.DefaultRequestHeaders.Add(HeaderScheme.Name, "owner");
        }

        return client;
    }

    public HttpClient Program() => _app.GetTestServer().CreateClient();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Owner : ICurrentViewer
    {
        public Task<Viewer> GetAsync() => Task.FromResult(new Viewer("1", "Елена Морозова", "e@example.org", "owner", null));
    }

    private sealed class Lavender : ISettings
    {
        public SalonSettings Salon { get; } = new("Лаванда", "Europe/Moscow", [new("push", "Пушкинская", null), new("sad", "Садовая", null)]);
    }

    private sealed class HeaderScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        public const string Name = "X-Signed-In";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(Request.Headers.ContainsKey(Name)
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "owner")], Name)), Name))
                : AuthenticateResult.NoResult());
    }
}
