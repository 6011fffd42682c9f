using System.Net;
using System.Text.RegularExpressions;
using AuditDashboard.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace AuditDashboard.Tests.Journeys;

/// <summary>The product in one journey: a bot posts, the owner's open page changes, the dialog is found and replayed.</summary>
public sealed class WebhookToTileTests(Browser browser)
{
    [Fact]
    public async Task What_a_bot_posts_is_seen_on_the_open_page_found_in_the_list_and_replayed()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        using var app = await AppProcess.StartAsync(folder, Cancel);
        await using var tab = await browser.OpenAsync(app.Address);
        await tab.SignInAsync();
        await tab.GoAsync("/?period=today");

        await PostDialogAsync(app);

        var tile = tab.Page.GetByTestId("kpi-response-time");
        await Assertions.Expect(tile).ToContainTextAsync(new Regex("1[,.]8"), new() { Timeout = 2_000 });
        await tab.GoAsync("/dialogs");
        var row = tab.Page.GetByTestId("dialog-row").First;
        await Assertions.Expect(row).ToContainTextAsync("Анна");
        await row.Locator("a").First.ClickAsync();
        await PlayAsync(tab.Page);
        Assert.Empty(tab.Complaints);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task PlayAsync(IPage page)
    {
        var events = page.GetByTestId("replay-event");
        await Assertions.Expect(events).ToHaveCountAsync(3);
        var play = page.GetByTestId("replay-play");
        await Assertions.Expect(play).ToBeEnabledAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.interactive === 'true'");
        await play.ClickAsync();
        await Assertions.Expect(events.Last).ToHaveAttributeAsync("inert", "");
        await Assertions.Expect(events.Last).Not.ToHaveAttributeAsync("inert", "", new() { Timeout = 20_000 });
    }

    private static async Task PostDialogAsync(AppProcess app)
    {
        var now = TimeProvider.System.GetUtcNow().AddSeconds(-20);
        object[] events =
        [
            new { id = "1", type = "message.received", time = now, session = "tg-1", channel = "telegram", branch = "center", client = new { id = "tg:700000101", name = "Анна" }, text = "Можно на субботу?", intent = new { name = "booking.create", confidence = 0.93 } },
            new { id = "2", type = "message.sent", time = now.AddMilliseconds(1800), session = "tg-1", actor = "ai", text = "Да, есть 14:30. Записать?" },
            new { id = "3", type = "booking.created", time = now.AddSeconds(9), session = "tg-1", actor = "ai", booking = new { id = "B-1", service = "Стрижка", start = now.AddDays(3) } },
        ];
        using var answer = await app.PostAsync(events, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
