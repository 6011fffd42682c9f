using System.Globalization;
using AuditDashboard.Tests.Support;
using Microsoft.Playwright;

namespace AuditDashboard.Tests.Journeys;

/// <summary>What staff can say about a booking, each clicked once.</summary>
public sealed class BookingActsTests(Browser browser)
{
    private static readonly string[] Names = ["Анна", "Борис", "Вера"];

    [Fact]
    public async Task A_mark_can_be_taken_back_for_eight_seconds_and_then_nothing_is_logged()
    {
        await using var site = await BookingSite.StartAsync();
        await site.BookAsync("B-1", 700000101, "Анна", BookingSite.Now.AddHours(30));
        await site.BookAsync("B-2", 700000102, "Борис", BookingSite.Now.AddHours(30));
        await using var tab = await OpenAsync(site);

        await ActAsync(tab, "Анна", "confirm");
        await tab.Page.Locator(".mud-snackbar").GetByText("Вернуть").ClickAsync();
        await Assertions.Expect(Row(tab, "Анна")).ToContainTextAsync("Ждёт ответа");
        // Held later than the first, so when this one is in the log, the first would be there too.
        await ActAsync(tab, "Борис", "confirm");
        await Assertions.Expect(Row(tab, "Борис")).ToContainTextAsync("Сохраняем");
        await Assertions.Expect(Row(tab, "Борис")).ToHaveAttributeAsync("data-plan", "confirmed", new() { Timeout = 12_000 });

        var logged = Assert.Single(await site.EventsAsync("booking.confirmed"));
        Assert.Equal("B-2", logged.GetProperty("booking").GetProperty("id").GetString());
        Assert.Equal("human", logged.GetProperty("actor").GetString());
        await Assertions.Expect(Row(tab, "Анна")).ToHaveAttributeAsync("data-plan", "created");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Staff_moves_cancels_reminds_and_marks_who_came()
    {
        await using var site = await BookingSite.StartAsync();
        var ahead = BookingSite.Now.AddHours(30);
        foreach (var (index, name) in Names.Index())
        {
            await site.BookAsync($"B-{index}", 700000101 + index, name, ahead);
        }

        await site.BookAsync("B-8", 700000108, "Галина", BookingSite.Now.AddSeconds(-10));
        await site.BookAsync("B-9", 700000109, "Денис", BookingSite.Now.AddSeconds(-10));
        await using var tab = await OpenAsync(site);

        await ActAsync(tab, "Борис", "cancel");
        await ActAsync(tab, "Галина", "came");
        await ActAsync(tab, "Денис", "noshow");
        await MoveAsync(tab, "Анна", ahead.AddHours(2));
        await Assertions.Expect(tab.Page.GetByTestId("booking-notice")).ToContainTextAsync("Запись перенесена");
        await ActAsync(tab, "Вера", "remind");
        await Assertions.Expect(tab.Page.Locator(".mud-dialog")).ToContainTextAsync("Ждём вас");
        await tab.Page.Locator(".mud-dialog").GetByText("Отправить", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByTestId("booking-notice")).ToContainTextAsync("Напоминание отправлено");

        Assert.Contains("Вера", Assert.Single(site.MessagesTo(700000103)).Text, StringComparison.Ordinal);
        await Assertions.Expect(Row(tab, "Анна")).ToContainTextAsync("было");
        await Assertions.Expect(Row(tab, "Борис")).ToHaveCountAsync(0, new() { Timeout = 12_000 });
        await Assertions.Expect(Row(tab, "Галина")).ToHaveAttributeAsync("data-fact", "attended", new() { Timeout = 12_000 });
        await Assertions.Expect(Row(tab, "Денис")).ToHaveAttributeAsync("data-fact", "no_show", new() { Timeout = 12_000 });
        foreach (var (type, booking) in new[] { ("rescheduled", "B-0"), ("cancelled", "B-1"), ("attended", "B-8"), ("no_show", "B-9") })
        {
            Assert.Equal(booking, Assert.Single(await site.EventsAsync($"booking.{type}")).GetProperty("booking").GetProperty("id").GetString());
        }

        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Whom_no_channel_reaches_is_to_be_called_and_a_task_that_was_closed_too_early_comes_back()
    {
        await using var site = await BookingSite.StartAsync();
        await site.BookAsync("B-1", "tel:+79621234567", "Жанна", BookingSite.Soon);
        await using var tab = await OpenAsync(site);
        await Assertions.Expect(tab.Page.Locator("[data-tab=tasks] b")).ToHaveTextAsync("1", new() { Timeout = 15_000 });

        await tab.Page.Locator("[data-tab=tasks]").ClickAsync();
        await Assertions.Expect(Row(tab, "Жанна")).ToContainTextAsync("Нет канала, в который можно написать");
        await tab.Page.GetByTestId("task-done").ClickAsync();
        await Assertions.Expect(Row(tab, "Жанна")).ToHaveCountAsync(0);
        await tab.Page.Locator(".mud-snackbar").GetByText("Вернуть").ClickAsync();
        await Assertions.Expect(Row(tab, "Жанна")).ToBeVisibleAsync();
        await tab.GoAsync("/bookings?f=risk");
        await Assertions.Expect(Row(tab, "Жанна").Locator("[data-reason=RiskUnreached]")).ToBeVisibleAsync();

        Assert.Empty(tab.Complaints);
    }

    private async Task<Tab> OpenAsync(BookingSite site)
    {
        var tab = await browser.OpenAsync(site.App.Address);
        await tab.SignInAsync();
        await tab.GoAsync("/bookings");
        return tab;
    }

    private static async Task ActAsync(Tab tab, string client, string act)
    {
        await Row(tab, client).GetByTestId("booking-acts").ClickAsync();
        await Row(tab, client).Locator($"[data-act={act}]").ClickAsync();
    }

    private static async Task MoveAsync(Tab tab, string client, DateTimeOffset start)
    {
        var wall = TimeZoneInfo.ConvertTime(start, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        await Row(tab, client).GetByTestId("booking-acts").ClickAsync();
        await Row(tab, client).Locator("input[type=datetime-local]").FillAsync(wall.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await Row(tab, client).Locator("[data-act=move]").ClickAsync();
    }

    private static ILocator Row(Tab tab, string client) => tab.Page.GetByTestId("booking-row").Filter(new() { HasText = client });
}
