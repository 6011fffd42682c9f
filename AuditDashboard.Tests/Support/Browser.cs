using Microsoft.Playwright;

namespace AuditDashboard.Tests.Support;

/// <summary>One headless Chromium for all browser tests: the one <c>CHROMIUM</c> names, else the system's.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
        Assert.True(path is not null, "No Chromium found. Run .ci/test, which installs one, or name it in CHROMIUM.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh profile; every request that leaves the origin, console error and CSP violation is kept in <see cref="Tab.Complaints"/>.</summary>
    public async Task<Tab> OpenAsync(Uri address, int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = theme, Locale = "ru-RU",
        });
        return new Tab(context, await context.NewPageAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
