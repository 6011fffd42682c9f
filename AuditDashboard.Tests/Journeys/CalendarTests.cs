using System.Net;
using AuditDashboard.Tests.Reminders.Calendars;
using AuditDashboard.Tests.Support;
using Microsoft.Playwright;

namespace AuditDashboard.Tests.Journeys;

/// <summary>The owner makes an address, a calendar reads it, the owner revokes it.</summary>
public sealed class CalendarTests(Browser browser)
{
    [Fact]
    public async Task An_address_is_shown_once_works_without_a_key_and_ends_when_it_is_revoked()
    {
        await using var site = await BookingSite.StartAsync();
        await site.BookAsync("B-1", 700000101, "Анна Ковалёва", BookingSite.Now.AddHours(30));
        await using var tab = await browser.OpenAsync(site.App.Address);
        await tab.SignInAsync();
        await tab.GoAsync("/settings");
        await tab.Page.Locator("a[href='settings/calendars']").ClickAsync();

        await tab.Page.GetByTestId("calendar-new").ClickAsync();
        await tab.Page.Locator("#calendar-name").FillAsync("Телефон Ольги");
        await tab.Page.GetByTestId("calendar-issue").ClickAsync();
        var address = await tab.Page.Locator("#calendar-https").InputValueAsync();
        Assert.Equal($"webcal{address[address.IndexOf(':', StringComparison.Ordinal)..]}", await tab.Page.Locator("#calendar-webcal").InputValueAsync());
        using var calendar = new HttpClient();
        var visit = Assert.Single(CalendarLines.Read(await calendar.GetByteArrayAsync(new Uri(address), TestContext.Current.CancellationToken)).Skip(1));
        Assert.Equal("Стрижка — Анна", visit["SUMMARY"]);

        await tab.GoAsync("/settings/calendars");
        await Assertions.Expect(tab.Page.Locator("#calendar-https")).ToHaveCountAsync(0);
        await tab.Page.GetByTestId("calendar-row").Locator("button").ClickAsync();
        await tab.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Отозвать" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByTestId("calendar-row")).ToContainTextAsync("Отозван");
        using var gone = await calendar.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        await tab.GoAsync("/access-log");
        foreach (var words in new[] { "Создал адрес календаря", "Календарь читает записи", "Отозвал адрес календаря" })
        {
            await Assertions.Expect(tab.Page.GetByText(words).First).ToBeVisibleAsync();
        }

        Assert.Empty(tab.Complaints);
    }
}
