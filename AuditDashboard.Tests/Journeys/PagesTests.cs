using AuditDashboard.Tests.Support;
using Microsoft.Playwright;

namespace AuditDashboard.Tests.Journeys;

/// <summary>Every page with the small demo salon, at three widths and in both themes: nothing leaves the origin, nothing breaks, axe finds nothing.</summary>
public sealed class PagesTests(Browser browser, DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] Paths =
    [
        "/",
        "/?period=week&channel=telegram",
        "/numbers/Bookings",
        "/numbers/Losses?period=month",
        "/dialogs",
        "/bitrix24",
        "/bookings",
        "/bookings?f=moved",
        "/bookings?f=tasks",
        "/bookings?f=risk",
        "/channels",
        "/channels?touch=last",
        "/critical?period=month&state=all",
        "/duplicates?tab=missed",
        "/integrations",
        "/reports",
        "/access-log",
        "/access-log/check",
        "/settings",
        "/settings/keys",
        "/settings/people",
        "/settings/quarantine",
        "/settings/calendars",
        "/settings/goals",
        "/settings/hours",
        "/settings/prices",
        "/settings/jobs",
        "/settings/backups",
        "/settings/digest",
        "/settings/followups",
        "/settings/retention",
    ];

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Pages_are_accessible_quiet_and_fit(int width, ColorScheme theme)
    {
        await using var tab = await browser.OpenAsync(site.App.Address, width, 900, theme);
        await tab.SignInAsync();
        var problems = new List<string>();
        foreach (var path in Paths)
        {
            await tab.GoAsync(path);
            await Look(tab, path, problems);
        }

        await tab.GoAsync("/dialogs");
        await tab.Page.GetByTestId("dialog-row").First.Locator("a").First.ClickAsync();
        await tab.Page.GetByTestId("replay-play").WaitForAsync();
        await Look(tab, "dialog", problems);
        await tab.GoAsync("/" + await tab.Page.GetByTestId("client-link").GetAttributeAsync("href"));
        await Look(tab, "client", problems);
        await tab.Page.GetByTestId("client-link-data").ClickAsync();
        await tab.Page.GetByTestId("erase").WaitForAsync();
        await Look(tab, "client data", problems);
        problems.AddRange(tab.Complaints);

        Assert.Empty(problems);
    }

    [Fact]
    public async Task The_reference_of_the_interface_is_open_to_bot_authors_and_needs_nothing_from_outside()
    {
        await using var tab = await browser.OpenAsync(site.App.Address, 1440, 900, ColorScheme.Light);

        await tab.Page.GotoAsync("/scalar");

        await tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Send events" }).First.WaitForAsync();
        Assert.Empty(tab.Complaints);
    }

    private static async Task Look(Tab tab, string path, List<string> problems)
    {
        await tab.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        problems.AddRange((await tab.AxeAsync()).Select(line => $"{path}: {line}"));
        if (await tab.ScrollsSidewaysAsync())
        {
            problems.Add($"{path}: scrolls sideways");
        }
    }
}

/// <summary>The running application with the tiny demo salon.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-").FullName;

    internal AppProcess App { get; private set; } = default!;

    public async ValueTask InitializeAsync() => App = await AppProcess.StartAsync(_folder, CancellationToken.None, "--demo=tiny");

    public ValueTask DisposeAsync()
    {
        App.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
