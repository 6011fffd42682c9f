using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.Browse;
using AuditDashboard.Conversations.Browse.Saved;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AuditDashboard.Tests.Conversations.Browse;

public sealed class DialogsPageTests : DialogPageTest
{
    public DialogsPageTests()
    {
        Services.AddScoped<DialogsQuery>();
        Services.AddScoped<SavedFilters>();
        Services.AddSingleton<IDbContextFactory<AuditDbContext>>(_ => new MemoryDatabase());
    }

    [Fact]
    public void Every_dialog_is_a_row_with_a_link_and_a_masked_phone()
    {
        Know(Summaries.Of(1) with { ClientName = "Анна <i>Кравцова</i>", Phone = "+79620001442", SlowTurns = 1, ResponseMs = 4600 });

        var row = Open().Find("[data-testid=dialog-row]");

        Assert.Equal($"dialogs/{Talk.Session}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Анна <i>Кравцова</i>", row.QuerySelector("a")!.TextContent);
        Assert.Equal("+7 962 •••-14-42", row.QuerySelector(".d-client small")!.TextContent);
        Assert.Equal("4,6\u00A0с", row.QuerySelector(".d-response.t-bad")!.TextContent);
        Assert.Contains("Пушкинская", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Записан", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_raw_phone_is_nowhere_on_the_page()
    {
        Know(Summaries.Of(1), Summaries.Of(2));

        Assert.DoesNotContain("9000000142", Open().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complaint_comes_before_the_outcome_in_the_rows_tag()
    {
        Know(Summaries.Of(1) with { Complaint = true });

        Assert.Equal("Жалоба", Open().Find("[data-testid=dialog-row] .tag").TextContent);
    }

    [Fact]
    public void Chips_carry_their_counts_and_keep_the_rest_of_the_address()
    {
        Know(Summaries.Of(1) with { Complaint = true }, Summaries.Of(2) with { Complaint = true }, Summaries.Of(3));

        var page = Open("?channel=telegram");

        var chip = page.Find("[data-chip=complaint]");
        Assert.Equal("2", chip.QuerySelector("b")!.TextContent);
        Assert.EndsWith("/dialogs?channel=telegram&f=complaint", chip.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_narrows_the_list()
    {
        Know(Summaries.Of(1) with { Complaint = true }, Summaries.Of(2) with { Channel = "vk", Complaint = true }, Summaries.Of(3));

        var page = Open("?f=complaint&channel=vk&branch=center&from=2026-11-01&to=2026-11-30&q=клиент");

        Assert.Equal(Summaries.Id(2).ToString(), Assert.Single(page.FindAll("[data-testid=dialog-row]")).GetAttribute("data-session"));
        var asked = Log.Asked.Last(filter => filter.Outcome == "complaint");
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 21, 0, 0, TimeSpan.Zero), asked.From);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 21, 0, 0, TimeSpan.Zero), asked.To);
        Assert.Equal("клиент", asked.Query);
    }

    [Fact]
    public async Task Searching_goes_into_the_address()
    {
        Know(Summaries.Of(1), Summaries.Of(2));
        var page = Open();

        await page.InvokeAsync(() => page.FindComponent<MudTextField<string>>().Instance.ValueChanged.InvokeAsync(" Клиент 2 "));

        Assert.EndsWith("dialogs?q=%D0%9A%D0%BB%D0%B8%D0%B5%D0%BD%D1%82%202", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=dialog-row]")));
        Assert.Equal(300, page.FindComponent<MudTextField<string>>().Instance.DebounceInterval);
    }

    [Theory]
    [InlineData("?q=К")]
    [InlineData("?f=nonsense")]
    public void What_the_address_cannot_mean_narrows_nothing(string address)
    {
        Know(Summaries.Of(1));

        Assert.Single(Open(address).FindAll("[data-testid=dialog-row]"));
    }

    [Fact]
    public void A_manager_sees_only_the_dialogs_of_their_branches()
    {
        Know(Summaries.Of(1), Summaries.Of(2) with { Branch = "garden" }, Summaries.Of(3) with { Branch = null });

        var page = Open(viewer: SignedIn.Manager);

        Assert.Equal(Summaries.Id(2).ToString(), Assert.Single(page.FindAll("[data-testid=dialog-row]")).GetAttribute("data-session"));
        Assert.Empty(page.FindAll("[data-filter=branch]"));
    }

    [Fact]
    public void New_dialogs_wait_behind_a_pill_and_move_no_row()
    {
        Know(Summaries.Of(5));
        var page = Open();

        Arrive(Summaries.Of(1), Summaries.Of(2));
        Assert.Equal("Показать 2 новых", page.WaitForElement("[data-testid=dialogs-fresh]").TextContent);
        Assert.Single(page.FindAll("[data-testid=dialog-row]"));
        page.Find("[data-testid=dialogs-fresh]").Click();

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-testid=dialog-row]").Count));
        Assert.Empty(page.FindAll("[data-testid=dialogs-fresh]"));
    }

    [Fact]
    public void A_row_on_the_page_is_renewed_where_it_stands()
    {
        Know(Summaries.Of(1), Summaries.Of(2));
        var page = Open();

        Log.Sessions[1] = Log.Sessions[1] with { LastText = "Уже новое", LastActivityAt = Clock.GetUtcNow() };
        Changed.Send(new SessionsChanged([Summaries.Id(2)]));
        Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Contains("Уже новое", page.FindAll("[data-testid=dialog-row]")[1].TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=dialogs-fresh]"));
    }

    [Fact]
    public void Without_any_dialog_the_page_says_what_to_do_and_the_first_one_appears_by_itself()
    {
        var page = Open();
        Assert.Equal("Пока нет диалогов", page.Find(".empty b").TextContent);

        Arrive(Summaries.Of(1));

        page.WaitForElement("[data-testid=dialog-row]");
    }

    [Fact]
    public void A_filter_that_finds_nothing_offers_to_reset_it()
    {
        Know(Summaries.Of(1));

        var page = Open("?f=complaint");

        Assert.Equal("Ничего не найдено", page.Find(".empty b").TextContent);
        Assert.Equal("dialogs", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_filter_gets_a_name_a_count_and_goes_again_with_a_way_back()
    {
        Know(Summaries.Of(1) with { HasHuman = true }, Summaries.Of(2), Summaries.Of(3) with { HasHuman = true });
        var page = Open("?human=1");
        var snackbars = Render<MudSnackbarProvider>();

        await page.Find("[data-testid=save-filter] input").InputAsync("С человеком");
        await page.Find("[data-testid=save-filter] button").ClickAsync(new());
        Assert.Equal("2", page.WaitForElement("[data-saved='С человеком'] b").TextContent);
        await page.Find("[data-saved] .chip-remove").ClickAsync(new());
        Assert.Empty(page.FindAll("[data-saved]"));
        await snackbars.WaitForElement(".mud-snackbar-content-action button").ClickAsync(new());

        Assert.EndsWith("dialogs?human=1", page.WaitForElement("[data-saved] a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_drawer_changes_the_address_and_the_list_follows()
    {
        Know(Summaries.Of(1) with { ResponseMs = 12_000 }, Summaries.Of(2));
        var page = Open();

        await page.Find("[data-filter=wait]").ChangeAsync("10");

        Assert.EndsWith("dialogs?wait=10", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=dialog-row]")));
        Assert.Contains("Фильтр: 1", page.Find(".chip.add").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_english_list_stays_english_after_news()
    {
        Speak("en-US");
        Know(Summaries.Of(5));
        var page = Open();
        Speak("ru-RU");

        Arrive(Summaries.Of(1));

        Assert.Equal("Show 1 new", page.WaitForElement("[data-testid=dialogs-fresh]").TextContent);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private void Know(params SessionSummary[] sessions) => Log.Sessions.AddRange(sessions);

    private void Arrive(params SessionSummary[] sessions)
    {
        Know(sessions);
        Changed.Send(new SessionsChanged([.. sessions.Select(session => session.Id)]));
        Clock.Advance(TimeSpan.FromSeconds(2));
    }

    private IRenderedComponent<DialogsPage> Open(string address = "", Viewer? viewer = null)
    {
        SignIn(viewer ?? SignedIn.Owner);
        Navigation.NavigateTo($"dialogs{address}");
        return Render<DialogsPage>();
    }
}
