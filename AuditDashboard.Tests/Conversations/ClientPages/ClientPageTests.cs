using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Conversations.ClientPages;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Consents;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AuditDashboard.Tests.Conversations.ClientPages;

/// <summary>The page on the real database of an application.</summary>
public sealed class ClientPageTests : UiTest
{
    private readonly TestApp _app = new();
    private readonly WrittenJournal _journal = new();

    [Fact]
    public async Task A_client_has_all_channels_and_dialogs_and_no_phone_in_clear()
    {
        var page = await OpenAsync("tg:1", SignedIn.Owner);

        Assert.Equal("Анна", page.Find("h1").TextContent);
        Assert.Equal(["+7 900 •••-01-01"], page.FindAll("[data-testid=client-phone]").Select(line => line.TextContent));
        Assert.Equal(2, page.FindAll("[data-testid=client-address]").Count);
        Assert.Equal(2, page.FindAll("[data-testid=dialog-row]").Count);
        Assert.DoesNotContain("9000000101", page.Markup, StringComparison.Ordinal);
        Assert.StartsWith("client.viewed ", Assert.Single(_journal.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_shows_when_it_is_asked_for_and_the_journal_knows()
    {
        var page = await OpenAsync("tg:1", SignedIn.Owner);

        await page.Find("[data-testid=client-contacts] button").ClickAsync(new());
        await page.Find("#reason-own").InputAsync(new() { Value = "перезвонить по записи" });
        await page.Find("[data-testid=reason-form]").SubmitAsync();

        Assert.Equal("перезвонить по записи", _journal.Reasons[^1]);
        Assert.Equal("+79000000101", page.Find("[data-testid=client-phone]").TextContent);
        Assert.Contains(_journal.Entries, entry => entry.StartsWith("phone.revealed ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_clients_become_one_and_two_again()
    {
        var page = await OpenAsync("tg:1", SignedIn.Owner);
        var dialogs = Render<MudDialogProvider>();

        await SearchAsync(page, "мария");
        var merging = page.WaitForElement("[data-testid=merge-candidate] button").ClickAsync(new());
        var asked = dialogs.WaitForElement("[data-confirm]");
        Assert.Contains("«Мария", dialogs.Markup, StringComparison.Ordinal);
        Assert.Contains("«Анна", dialogs.Markup, StringComparison.Ordinal);
        await asked.ClickAsync(new());
        await merging;
        Assert.Equal(3, page.FindAll("[data-testid=dialog-row]").Count);
        Assert.Contains("вручную", page.FindAll("[data-testid=merge-line]")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("одинаковый телефон", page.FindAll("[data-testid=merge-line]")[1].TextContent, StringComparison.Ordinal);

        var separating = page.Find("[data-testid=merge-line] button").ClickAsync(new());
        await dialogs.WaitForElement("[data-confirm]").ClickAsync(new());
        await separating;

        Assert.Equal(2, page.FindAll("[data-testid=dialog-row]").Count);
        Assert.Contains("разъединены", page.Find("[data-testid=merge-line]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"clients/{await IdAsync("vk:2")}", page.Find("[data-testid=merge-line] a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_way_back_is_offered_after_a_merge()
    {
        var page = await OpenAsync("tg:1", SignedIn.Owner);
        var dialogs = Render<MudDialogProvider>();
        var snackbars = Render<MudSnackbarProvider>();
        await SearchAsync(page, "vk:2");
        var merging = page.WaitForElement("[data-testid=merge-candidate] button").ClickAsync(new());
        await dialogs.WaitForElement("[data-confirm]").ClickAsync(new());
        await merging;

        await snackbars.WaitForElement(".mud-snackbar-content-action button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=dialog-row]").Count));
    }

    [Fact]
    public async Task A_manager_sees_only_clients_and_dialogs_of_their_branches_and_finds_nobody_else()
    {
        var page = await OpenAsync("tg:1", SignedIn.Manager);
        Assert.Equal("Клиент не найден", page.Find("h1").TextContent);
        Assert.Empty(_journal.Entries);

        var own = await IdAsync("vk:2");
        page.Render(parameters => parameters.Add(shown => shown.Client, own));
        Assert.Equal("Мария", page.WaitForElement("[data-testid=client] h1").TextContent);
        await SearchAsync(page, "анна");
        Assert.Equal("Никого не нашлось", page.WaitForElement("[data-testid=merge-search] [role=status]").TextContent);
    }

    [Fact]
    public async Task Visits_stand_with_what_was_planned_and_what_came_of_it()
    {
        await _app.TellAsync(
            Booked("created", "2026-11-18T08:00:00Z", "B-1", "2026-11-20T12:00:00Z"), Booked("confirmed", "2026-11-19T08:00:00Z", "B-1"), Booked("no_show", "2026-11-20T14:00:00Z", "B-1"),
            Booked("created", "2026-11-20T08:30:00Z", "B-2", "2026-11-25T12:00:00Z"));

        var page = await OpenAsync("tg:1", SignedIn.Owner);

        var visits = page.FindAll("[data-testid=client-visit]").Select(line => line.TextContent).ToList();
        Assert.Equal(2, visits.Count);
        Assert.Contains("Стрижка", visits[0], StringComparison.Ordinal);
        Assert.Contains("Запланирован", visits[0], StringComparison.Ordinal);
        Assert.Contains("1 800", visits[0].Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Подтверждён", visits[1], StringComparison.Ordinal);
        Assert.Contains("Не пришёл", visits[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consents_say_what_for_where_and_whether_they_still_hold()
    {
        await _app.TellAsync(
            Drafts.Of("""{"id":"c1","type":"consent.granted","time":"2026-11-20T08:00:01Z","channel":"telegram","client":{"id":"tg:1"},"data":{"purpose":"service","text":"consent-2025-09"}}"""),
            Drafts.Of("""{"id":"c2","type":"consent.revoked","time":"2026-11-21T08:00:01Z","channel":"telegram","client":{"id":"tg:1"},"data":{"purpose":"advertising"}}"""));

        var page = await OpenAsync("tg:1", SignedIn.Owner);

        var consents = page.FindAll("[data-testid=client-consent]").Select(line => line.TextContent).ToList();
        Assert.Contains("Реклама", consents[0], StringComparison.Ordinal);
        Assert.Contains("Отозвано", consents[0], StringComparison.Ordinal);
        Assert.Contains("consent-2025-09", consents[1], StringComparison.Ordinal);
        Assert.Contains("Дано", consents[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_by_hand_needs_a_reason_and_is_an_event()
    {
        var page = await OpenAsync("tg:1", SignedIn.Owner);
        await page.Find("[data-testid=consent-grant]").ClickAsync(new());
        Assert.Contains("как клиент это сказал", page.Find("[data-testid=consent-form] [role=alert]").TextContent, StringComparison.Ordinal);

        await page.Find("#consent-reason").ChangeAsync(new() { Value = "Подписала бланк" });
        await page.Find("[data-testid=consent-grant]").ClickAsync(new());

        var line = page.WaitForElement("[data-testid=client-consent]").TextContent;
        Assert.Contains("Подписала бланк", line, StringComparison.Ordinal);
        Assert.Contains("Дано", line, StringComparison.Ordinal);
        Assert.Contains(_journal.Entries, entry => entry.StartsWith("consent.granted ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_auditor_only_reads()
    {
        var page = await OpenAsync("tg:1", SignedIn.Owner with { Role = "auditor" });

        Assert.Equal(2, page.FindAll("[data-testid=dialog-row]").Count);
        Assert.Empty(page.FindAll("[data-testid=client] button"));
        Assert.Empty(page.FindAll("[data-testid=merge-search]"));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _app.DisposeAsync();
    }

    private async Task<IRenderedComponent<ClientPage>> OpenAsync(string address, Viewer viewer)
    {
        await _app.TellAsync(
            Drafts.Of("""{"id":"1","type":"message.received","time":"2026-11-20T08:00:00Z","channel":"telegram","branch":"center","client":{"id":"tg:1","name":"Анна","phone":"+7 900 000-01-01"},"text":"Можно?"}"""),
            Drafts.Of("""{"id":"2","type":"message.received","time":"2026-11-20T09:00:00Z","channel":"whatsapp","branch":"center","client":{"id":"wa:79000000101"},"text":"Это снова я"}"""),
            Drafts.Of("""{"id":"3","type":"message.received","time":"2026-11-20T10:00:00Z","channel":"vk","branch":"garden","client":{"id":"vk:2","name":"Мария"},"text":"Есть время?"}"""));
        var viewers = new SignedIn(viewer);
        Services.AddSingleton<ICurrentViewer>(viewers).AddSingleton<IAccessJournal>(_journal).AddSingleton<ISettings>(new SalonOfTwo());
        Services.AddSingleton(_app.Get<IDbContextFactory<AuditDbContext>>()).AddSingleton(_app.Get<IClients>()).AddSingleton(_app.Get<ISessions>());
        Services.AddSingleton(_app.Get<Pulse<SessionsChanged>>());
        Services.AddSingleton(new MergeClients(_app.Get<IEventLog>(), _app.Get<KnownMerges>(), _app.Get<ISessions>(), viewers, _journal, _app.Clock));
        Services.AddSingleton(_app.Get<IStories>()).AddSingleton(_app.Get<IPeople>()).AddSingleton<PersonalHistory>();
        Services.AddSingleton(new ChangeConsent(_app.Get<IEventLog>(), _app.Get<ISessions>(), viewers, _journal, _app.Get<Pulse<SessionsChanged>>(), _app.Clock));
        Services.AddScoped<ClientQuery>().AddScoped<ClientSearchQuery>().AddScoped<RevealClientPhones>().AddScoped<MergeDialog>();
        AddBunitPersistentComponentState();
        var id = await IdAsync(address);
        return Render<ClientPage>(parameters => parameters.Add(page => page.Client, id));
    }

    private static EventDraft Booked(string deed, string at, string id, string? start = null) => Drafts.Of(
        $$"""{"id":"{{deed}}-{{id}}","type":"booking.{{deed}}","time":"{{at}}","channel":"telegram","branch":"center","client":{"id":"tg:1"},"booking":{"id":"{{id}}","service":"Стрижка","price":1800{{(start is null ? "" : $",\"start\":\"{start}\"")}} } }""");

    private async Task<Guid> IdAsync(string address) =>
        (await _app.Get<ISessions>().ListAsync(new SessionFilter(), 0, 100, Xunit.TestContext.Current.CancellationToken)).First(session => session.ClientAddress == address).ClientId!.Value.Value;

    private async Task SearchAsync(IRenderedComponent<ClientPage> page, string words)
    {
        var searching = page.Find("#merge-query").InputAsync(words);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await searching;
    }
}
