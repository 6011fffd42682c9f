using System.Text;
using AuditDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace AuditDashboard.Tests.Journeys;

/// <summary>A bot sends something wrong; the owner sees it appear, reads it as text and removes it.</summary>
public sealed class QuarantineTests(Browser browser)
{
    [Fact]
    public async Task A_refused_event_appears_is_read_as_text_and_goes()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        var cancel = TestContext.Current.CancellationToken;
        using var app = await AppProcess.StartAsync(folder, cancel);
        await using var tab = await browser.OpenAsync(app.Address);
        await tab.SignInAsync();
        await tab.GoAsync("/settings/quarantine");
        var rows = tab.Page.GetByTestId("quarantine-row");

        const string refused = """{"id":"q-1","type":"message.received","time":"вчера","text":"<img src=x onerror=window.pwned=1>","intent":{"name":"x","confidence":87}}""";
        await app.Bot.PostAsync("/api/v1/events", new StringContent(refused, Encoding.UTF8, "application/json"), cancel);
        await Expect(rows).ToHaveCountAsync(1);
        await rows.Locator("button").First.ClickAsync();
        await Expect(tab.Page.GetByTestId("quarantine-body")).ToHaveTextAsync(refused);
        var problems = new List<string>();
        foreach (var width in new[] { 1440, 768, 320 })
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            problems.AddRange(await tab.AxeAsync());
            if (await tab.ScrollsSidewaysAsync())
            {
                problems.Add($"scrolls sideways at {width}");
            }
        }

        await rows.Locator("button.danger").ClickAsync();
        await tab.Page.Locator("[data-confirm]").ClickAsync();
        await Expect(rows).ToHaveCountAsync(0);

        Assert.Empty(problems);
        Assert.Empty(tab.Complaints);
        Assert.False(await tab.Page.EvaluateAsync<bool>("() => 'pwned' in window"));
        app.Kill();
        Directory.Delete(folder, recursive: true);
    }
}
