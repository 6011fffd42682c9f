using AuditDashboard.Access;
using AuditDashboard.Bitrix24;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Page;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Bitrix24.Status;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Bitrix24.Emulator;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace AuditDashboard.Tests.Bitrix24.Page;

/// <summary>The page of the exchange on a running host with an emulated portal.</summary>
public sealed class BitrixPageTests : UiTest
{
    private readonly WrittenJournal _journal = new();
    private BitrixSalon _salon = null!;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_state_the_queue_and_what_was_delivered_are_there_and_the_secret_is_not()
    {
        await StartAsync();
        await _salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));
        await _salon.SettleAsync();
        await _salon.PostAsync(BitrixSalon.Lead(2));

        var page = Open(SignedIn.Owner);

        Assert.Equal("Работает", page.Find("[data-testid=bitrix24-state]").TextContent.Trim());
        Assert.Equal(["ready", "done"], page.FindAll("[data-testid=bitrix24-row]").Select(row => row.GetAttribute("data-state")));
        Assert.Contains("/rest/1/••••", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(_salon.Portal.State.Secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_portal_refuses_is_told_in_words_and_can_be_put_right()
    {
        await StartAsync();
        _salon.Portal.State.Required.Add("companyTitle");
        await _salon.PostAsync(BitrixSalon.Lead(1));
        await _salon.SendAsync();
        var page = Open(SignedIn.Owner);
        Assert.Contains("Не заполнено обязательное поле", page.Find("[data-state=dead]").TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=bitrix24-fix]").Click();
        page.FindAll(".bitrix-fix input")[0].Change("companyTitle");
        page.FindAll(".bitrix-fix input")[1].Change("Частное лицо");
        await page.Find(".bitrix-fix").SubmitAsync();
        await _salon.SettleAsync();

        Assert.Equal("Частное лицо", _salon.OnlyLead()["companyTitle"].Text());
        Assert.Contains(_journal.Entries, entry => entry.StartsWith("bitrix24.fixed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manager_may_send_one_again_and_nothing_else()
    {
        await StartAsync();
        _salon.Portal.State.Required.Add("companyTitle");
        await _salon.PostAsync(BitrixSalon.Lead(1));
        await _salon.SendAsync();
        var page = Open(SignedIn.Manager);
        Assert.Empty(page.FindAll("[data-testid=bitrix24-skip], [data-testid=bitrix24-connect], [data-testid=bitrix24-save], [data-testid=bitrix24-retry-all]"));
        _salon.Portal.State.Required.Clear();

        await page.Find("[data-testid=bitrix24-retry]").ClickAsync(new());
        await _salon.SettleAsync();

        Assert.Single(_salon.Portal.State.Leads);
    }

    [Fact]
    public async Task An_address_is_entered_checked_and_tried()
    {
        await StartAsync();
        await _salon.Host.Get<PortalStore>().DisconnectAsync(Cancel);
        var page = Open(SignedIn.Owner);
        Assert.Equal("Не подключён", page.Find("[data-testid=bitrix24-state]").TextContent.Trim());

        page.Find("[data-testid=bitrix24-address]").Change("https://portal/no");
        await page.Find("form").SubmitAsync();
        Assert.Contains("Адрес должен выглядеть так", page.Markup, StringComparison.Ordinal);
        page.Find("[data-testid=bitrix24-address]").Change(_salon.Portal.WebhookUrl);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll("[data-testid=bitrix24-check-line][data-tone=good]").Count));
        await page.Find("[data-testid=bitrix24-test]").ClickAsync(new());
        Assert.Equal("Тестовый лид AuditDashboard", _salon.OnlyLead()["title"].Text());
        Assert.DoesNotContain(_salon.Portal.State.Secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocked_portal_says_what_to_do()
    {
        await StartAsync();
        _salon.Portal.State.Secret = "another0secret";
        await _salon.PostAsync(BitrixSalon.Lead(1));
        await _salon.SendAsync();

        var page = Open(SignedIn.Owner);

        Assert.Equal("Остановлено", page.Find("[data-testid=bitrix24-state]").TextContent.Trim());
        Assert.Contains("Перевыпустите входящий вебхук", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mapping_that_is_saved_is_the_one_that_counts()
    {
        await StartAsync();
        await _salon.PostAsync(BitrixSalon.Lead(1));
        await _salon.SettleAsync();
        var page = Open(SignedIn.Owner);

        page.FindAll("form select")[0].Change("none");
        await page.FindAll("form")[^1].SubmitAsync();

        Assert.Equal("none", _salon.Host.Get<PortalStore>().Current!.Settings.Comments);
        Assert.Equal("IN_PROCESS", _salon.Host.Get<PortalStore>().Current!.Settings.LeadStages["booking.created"]);
    }

    [Fact]
    public async Task The_replay_shows_how_the_lead_fares()
    {
        await StartAsync();
        await _salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));
        await _salon.SettleAsync();
        Add(SignedIn.Owner);

        var session = (await _salon.Host.EventsAsync())[0].SessionId!.Value.Value;

        var part = Render<DialogLead>(parameters => parameters.Add(lead => lead.SessionId, session));

        Assert.Contains("Не обработан", part.Find("[data-testid=replay-crm-state]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["В CRM", "Стадия", "Источник", "Ответственный", "Обмен"], part.FindAll("dt").Select(term => term.TextContent));
        Assert.Contains("Другое", part.Markup, StringComparison.Ordinal);
        Assert.Contains("всё доставлено", part.Markup, StringComparison.Ordinal);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _salon.DisposeAsync();
    }

    private async Task StartAsync()
    {
        _salon = await BitrixSalon.StartAsync();
        Clock.SetUtcNow(_salon.Host.Clock.GetUtcNow());
    }

    private IRenderedComponent<BitrixPage> Open(Viewer viewer)
    {
        Add(viewer);
        return Render<BitrixPage>();
    }

    private void Add(Viewer viewer)
    {
        var (host, viewers) = (_salon.Host, new SignedIn(viewer));
        var databases = host.Get<IDbContextFactory<AuditDbContext>>();
        var note = new NoteBitrixDeed(host.Get<IEventLog>(), viewers, _journal, host.Clock);
        Services.AddSingleton(host.Get<Pulse<BitrixChanged>>());
        Services.AddSingleton(new BitrixViewQuery(viewers, host.Get<BitrixStatusQuery>(), host.Get<PortalStore>(), host.Get<CallLimits>(), host.Get<LearnPortal>(), databases));
        Services.AddSingleton(new DialogLeadQuery(databases, host.Get<PortalStore>(), viewers));
        Services.AddTransient(services => new BitrixActs(
            new ChangeDelivery(note, databases, host.Get<Pulse<BitrixChanged>>(), host.Clock),
            new ConnectPortal(host.Get<PortalStore>(), note, host.Get<CallLimits>(), host.Get<PortalTurn>(), host.Get<LearnPortal>(), host.Get<IOptions<OutboundOptions>>()),
            new SendTestLead(host.Get<PortalStore>(), host.Get<PortalCalls>(), note, host.Clock), host.Get<PortalStore>(),
            services.GetRequiredService<IDialogService>(), services.GetRequiredService<IStringLocalizer<Bitrix24Text>>()));
    }
}
