using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Demo;

/// <summary>What somebody sees who starts the application just to look.</summary>
public sealed class DemoJourneyTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task The_demo_is_called_one_and_leaves_with_one_click()
    {
        var folder = Directory.CreateTempSubdirectory("audit-demo-").FullName;
        try
        {
            using var app = await AppProcess.StartAsync(folder, TestContext.Current.CancellationToken, "--demo=tiny");
            await using var tab = await browser.OpenAsync(app.Address);
            await tab.SignInAsync();
            await tab.GoAsync("/dialogs");
            await tab.Page.Locator("[data-testid=dialog-row]").First.WaitForAsync();
            Assert.Empty(await tab.AxeAsync());

            await tab.Page.Locator("[data-testid=demo-remove]").ClickAsync();
            await tab.Page.Locator("[data-confirm]").ClickAsync();
            await tab.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

            await tab.GoAsync("/dialogs");
            Assert.Equal(0, await tab.Page.Locator("[data-testid=demo-banner]").CountAsync());
            Assert.Equal(0, await tab.Page.Locator("[data-testid=dialog-row]").CountAsync());
            Assert.Empty(tab.Complaints);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
