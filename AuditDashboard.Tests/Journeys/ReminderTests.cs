using AuditDashboard.Tests.Support;
using Microsoft.Playwright;

namespace AuditDashboard.Tests.Journeys;

/// <summary>From a booking to the numbers: told by the assistant, reminded in Telegram, answered by the client, seen on the open page, counted.</summary>
public sealed class ReminderTests(Browser browser)
{
    private const long Presses = 700000101;
    private const long Writes = 700000102;

    [Fact]
    public async Task A_reminder_goes_out_and_the_clients_answer_changes_the_open_page_and_the_confirmation_rate()
    {
        await using var site = await BookingSite.StartAsync();
        await using var tab = await browser.OpenAsync(site.App.Address);
        await tab.SignInAsync();
        await tab.GoAsync("/bookings");
        var start = BookingSite.Soon;
        await site.BookAsync("B-1", Presses, "Анна", start);
        await site.BookAsync("B-2", Writes, "Борис", start);
        await Assertions.Expect(Row(tab, "Анна")).ToHaveAttributeAsync("data-plan", "created", new() { Timeout = 2_000 });
        await Assertions.Expect(Row(tab, "Борис").Locator("li[data-step=StepReminder]")).ToContainTextAsync("в плане");

        await BookingSite.UntilAsync(() => Task.FromResult(site.MessagesTo(Presses).Count == 1 && site.MessagesTo(Writes).Count == 1), 15, "both clients have been reminded");
        await Assertions.Expect(Row(tab, "Анна").Locator("li[data-step=StepReminder]")).ToContainTextAsync("отправлено", new() { Timeout = 2_000 });
        var (text, data) = site.MessagesTo(Presses)[0];
        Assert.Contains("Стрижка", text, StringComparison.Ordinal);
        Assert.Equal(["rem:ok:B-1", "rem:no:B-1", "rem:mv:B-1"], data);
        await site.PressAsync(Presses, data[0]);
        await site.WriteAsync(Writes, "да");

        await Assertions.Expect(Row(tab, "Анна")).ToHaveAttributeAsync("data-plan", "confirmed", new() { Timeout = 2_000 });
        await Assertions.Expect(Row(tab, "Анна").Locator("li[data-step=State_confirmed]")).ToBeVisibleAsync();
        await Assertions.Expect(Row(tab, "Борис")).ToHaveAttributeAsync("data-plan", "confirmed", new() { Timeout = 2_000 });
        await BookingSite.UntilAsync(() => Task.FromResult(site.Telegram.Calls.Any(call => call.Target.EndsWith("/answerCallbackQuery", StringComparison.Ordinal))), 5, "the spinner of the button has stopped");
        await BookingSite.UntilAsync(async () => await site.ConfirmedAsync(start) == (2, 2), 40, "both confirmations are counted");
        Assert.Equal((1, 1), (site.MessagesTo(Presses).Count, site.MessagesTo(Writes).Count));
        Assert.Empty(tab.Complaints);
    }

    private static ILocator Row(Tab tab, string client) => tab.Page.GetByTestId("booking-row").Filter(new() { HasText = client });
}
