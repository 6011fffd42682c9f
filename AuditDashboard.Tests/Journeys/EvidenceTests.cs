using System.IO.Compression;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Journeys;

/// <summary>An owner checks the log, sees the seal on a dialog, and takes the dialog out as evidence.</summary>
public sealed class EvidenceTests(Browser browser, DemoSite site) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task The_whole_log_is_checked_on_its_page(int width)
    {
        await using var tab = await browser.OpenAsync(site.App.Address, width);
        await tab.SignInAsync();
        await tab.GoAsync("/access-log");
        await tab.Page.GetByTestId("to-log-check").ClickAsync();

        await tab.Page.GetByTestId("log-check").ClickAsync();
        var result = tab.Page.GetByTestId("log-result");
        await result.WaitForAsync();

        Assert.Equal("true", await result.GetAttributeAsync("data-sound"));
        Assert.Contains("Журнал не изменён", await result.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Matches(@"^audit-\w{12}/log/1\+[0-9a-f]{8}\+", await tab.Page.Locator("#log-vkey").InputValueAsync());
        Assert.Empty(await tab.AxeAsync());
        Assert.False(await tab.ScrollsSidewaysAsync());
        Assert.Empty(tab.Complaints);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_dialog_bears_its_seal_and_leaves_as_a_pack_with_a_reason(int width)
    {
        await using var tab = await browser.OpenAsync(site.App.Address, width);
        await tab.SignInAsync();
        await tab.GoAsync("/dialogs");
        await tab.Page.GetByTestId("dialog-row").First.Locator("a").First.ClickAsync();
        await tab.Page.Locator("[data-seal=untouched]").WaitForAsync();

        await tab.Page.GetByTestId("evidence-pack").ClickAsync();
        await tab.Page.Locator("#confirm-reason").FillAsync("Жалоба клиента 17");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.Locator("[data-confirm]").ClickAsync());

        await using var zip = await ZipFile.OpenReadAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.NotNull(zip.GetEntry("checkpoint"));
        Assert.True(await tab.Page.GetByTestId("replay-play").IsVisibleAsync());
        await tab.GoAsync("/access-log?what=export");
        var row = tab.Page.GetByTestId("journal-row").First;
        Assert.Contains("Взял выписку для спора", (await row.TextContentAsync())!, StringComparison.Ordinal);
        Assert.Contains("Жалоба клиента 17", (await row.TextContentAsync())!, StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }
}
