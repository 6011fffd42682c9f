using System.Text;
using AuditDashboard.Tests.Support;
using Microsoft.Playwright;

namespace AuditDashboard.Tests.Journeys;

/// <summary>An owner takes the dialogs of a month out, and sets up a file for every Monday.</summary>
public sealed class ExportTests(Browser browser, DemoSite site) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_file_is_asked_for_made_downloaded_and_deleted(int width)
    {
        await using var tab = await browser.OpenAsync(site.App.Address, width);
        await tab.SignInAsync();
        await tab.GoAsync("/reports?what=sessions");

        await tab.Page.GetByTestId("report-rows").Filter(new LocatorFilterOptions { HasText = "Примерно" }).WaitForAsync();
        await tab.Page.GetByTestId("report-make").ClickAsync();
        var link = tab.Page.GetByTestId("report-download").First;
        await link.WaitForAsync();
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);

        Assert.StartsWith("sessions-", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith("Диалог;Диалог у отправителя;Начало;", Encoding.UTF8.GetString(bytes[3..]), StringComparison.Ordinal);
        Assert.Contains("•••", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);

        Assert.Empty(await tab.AxeAsync());
        Assert.False(await tab.ScrollsSidewaysAsync());
        await tab.Page.GetByTestId("report-remove").First.ClickAsync();
        await tab.Page.Locator("[data-confirm]").ClickAsync();
        await tab.Page.GetByTestId("report-file").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_schedule_is_set_up_and_taken_down()
    {
        await using var tab = await browser.OpenAsync(site.App.Address);
        await tab.SignInAsync();
        await tab.GoAsync("/reports?what=bookings&as=jsonl");

        await tab.Page.Locator(".report-schedule summary").ClickAsync();
        await tab.Page.Locator("[data-field=weekday]").SelectOptionAsync("Monday");
        await tab.Page.GetByTestId("report-schedule-add").ClickAsync();
        var line = tab.Page.GetByTestId("report-schedule");
        await line.WaitForAsync();

        Assert.Contains("По понедельникам, 07:00", await line.InnerTextAsync(), StringComparison.Ordinal);
        await tab.Page.GetByTestId("report-unschedule").ClickAsync();
        await tab.Page.Locator("[data-confirm]").ClickAsync();
        await line.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Empty(tab.Complaints);
    }
}
