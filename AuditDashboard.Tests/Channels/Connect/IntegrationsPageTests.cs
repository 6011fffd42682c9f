using AuditDashboard.Access;
using AuditDashboard.Channels.Connect;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Health;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AuditDashboard.Tests.Channels.Connect;

/// <summary>The page on the real ways in of a running host.</summary>
public sealed class IntegrationsPageTests : UiTest
{
    private IngestHost _host = null!;
    private Connecting _connecting = null!;

    [Fact]
    public async Task Four_steps_lead_from_nothing_to_the_first_event_which_is_shown_by_itself()
    {
        var page = await OpenAsync();
        Assert.Equal("Пока ничего не подключено", page.Find(".empty b").TextContent);

        page.Find("[data-testid=connect]").Click();
        page.Find("#bot").Change("salon-bot");
        await page.Find("form.wizard-body").SubmitAsync();
        Assert.Equal("https://log.salon.example/api/v1/events", page.Find("#wizard-address").GetAttribute("value"));
        await page.Find("form.wizard-body").SubmitAsync();
        Assert.Equal(IngestHost.Key, page.Find("#wizard-secret").GetAttribute("value"));
        Assert.Contains($"Bearer {IngestHost.Key}", page.Find("[data-testid=snippet]").TextContent, StringComparison.Ordinal);
        page.Find("[data-act=next]").Click();
        Assert.Contains("Ждём первое событие…", page.Markup, StringComparison.Ordinal);

        await PostAsync("1", "<i>Звоните</i> +7 900 000-01-42");

        page.WaitForState(() => Forward() && page.FindAll("[data-testid=first-event]").Count == 1);
        var seen = page.Find("[data-testid=first-event]").TextContent;
        Assert.Contains("message.received", seen, StringComparison.Ordinal);
        Assert.Contains("Анна", seen, StringComparison.Ordinal);
        Assert.Contains("<i>Звоните</i> +7 900 •••-01-42", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("0000142", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_minute_the_check_says_what_to_look_at_and_a_refusal_says_where()
    {
        var page = await OpenAsync();
        ToCheck(page, "salon-bot");
        Assert.Empty(page.FindAll("[data-testid=check-list]"));

        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        Clock.Advance(TimeSpan.FromSeconds(60));
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("[data-check]").Count));
        using var stranger = _host.Client("wrong");
        await _host.PostAsync("{}", by: stranger);

        page.WaitForState(() => Forward() && page.FindAll("[data-check=CheckKey].bad").Count == 1);
        Assert.Contains("ключа нет или он неизвестен", page.Find("[data-testid=check-refused]").TextContent, StringComparison.Ordinal);
        await PostAsync("1", "Всё получилось");
        page.WaitForState(() => Forward() && page.FindAll("[data-testid=first-event]").Count == 1);
    }

    [Fact]
    public async Task An_endpoint_is_made_only_when_its_secret_is_asked_for()
    {
        var page = await OpenAsync();
        page.Find("[data-testid=connect]").Click();
        page.Find("input[type=radio][value=telegram]").Change("telegram");
        page.Find("#bot").Change("salon-bot");
        await page.Find("form.wizard-body").SubmitAsync();
        var address = page.Find("#wizard-address").GetAttribute("value")!;
        Assert.Empty(_host.Get<IChannelEndpoints>().All);

        page.Find("#member-BotToken").Change("123:TOKEN");
        await page.Find("form.wizard-body").SubmitAsync();

        var made = Assert.Single(_host.Get<IChannelEndpoints>().All);
        Assert.EndsWith($"/hooks/{made.Id}", address, StringComparison.Ordinal);
        var command = page.Find("[data-testid=snippet]").TextContent;
        Assert.Contains($"\"secret_token\":\"{made.Member("Secret")}\"", command, StringComparison.Ordinal);
        Assert.DoesNotContain("123:TOKEN", page.Markup, StringComparison.Ordinal);
        Assert.Contains("setWebhook", command, StringComparison.Ordinal);
        Assert.Contains($"endpoint.connected {made.Id}", _connecting.Journal.Entries);
    }

    [Theory]
    [InlineData("")]
    [InlineData("мой бот")]
    [InlineData("app")]
    public async Task A_name_that_cannot_be_keeps_the_first_step(string name)
    {
        var page = await OpenAsync();
        page.Find("[data-testid=connect]").Click();

        page.Find("#bot").Change(name);
        await page.Find("form.wizard-body").SubmitAsync();

        Assert.Equal("true", page.Find("#bot").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll("#wizard-address"));
    }

    [Fact]
    public async Task A_card_counts_what_came_and_what_was_refused_and_why()
    {
        var page = await OpenAsync(IngestTests.Endpoints);
        Assert.Contains("Ждём первое событие", Card(page, "ep-telegram").TextContent, StringComparison.Ordinal);

        await _host.PostAsync("{\"update_id\":1}", path: "/hooks/ep-telegram", by: _host.Anyone);

        page.WaitForState(() => Forward() && Card(page, "ep-telegram").QuerySelector("[data-fact=refused]")!.TextContent == "1");
        Assert.Contains("секрет или адрес не подходит", Card(page, "ep-telegram").TextContent, StringComparison.Ordinal);
        Assert.Contains("Пушкинская", Card(page, "ep-telegram").TextContent, StringComparison.Ordinal);
        await _host.PostAsync("{}", path: "/hooks/nobody", by: _host.Anyone);
        page.WaitForState(() => Forward() && page.FindAll("[data-testid=strangers]").Count == 1);
    }

    [Fact]
    public async Task A_card_names_the_bot_behind_it_without_its_path_and_stops_passing_on_when_confirmed()
    {
        var page = await OpenAsync([.. IngestTests.Endpoints, ("Provisioning:Endpoints:0:ForwardUrl", "http://127.0.0.1:9/hidden")]);
        var dialogs = Render<MudDialogProvider>();
        var behind = Card(page, "ep-telegram").QuerySelector("[data-fact=forwards]")!.TextContent;

        var clicked = Card(page, "ep-telegram").QuerySelector("[data-act=unforward]")!.ClickAsync(new());
        await dialogs.WaitForElement("[data-confirm]").ClickAsync(new());
        await clicked;

        Assert.Contains("127.0.0.1:9", behind, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", page.Markup, StringComparison.Ordinal);
        page.WaitForState(() => Card(page, "ep-telegram").QuerySelector("[data-fact=forwards]") is null);
    }

    [Fact]
    public async Task A_card_says_where_the_bot_is_told_without_the_path_and_stops_when_confirmed()
    {
        var page = await OpenAsync([.. IngestTests.Endpoints, ("Provisioning:Endpoints:1:NoticeUrl", "http://127.0.0.1:9/hidden")]);
        var dialogs = Render<MudDialogProvider>();
        var told = Card(page, "ep-events").QuerySelector("[data-fact=notices]")!.TextContent;

        var clicked = Card(page, "ep-events").QuerySelector("[data-act=unnotice]")!.ClickAsync(new());
        await dialogs.WaitForElement("[data-confirm]").ClickAsync(new());
        await clicked;

        Assert.Contains("127.0.0.1:9", told, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", page.Markup, StringComparison.Ordinal);
        page.WaitForState(() => Card(page, "ep-events").QuerySelector("[data-fact=notices]") is null);
    }

    [Fact]
    public async Task A_rotated_secret_is_shown_once()
    {
        var page = await OpenAsync(IngestTests.Endpoints);
        var dialogs = Render<MudDialogProvider>();

        var clicked = Card(page, "ep-events").QuerySelector("[data-act=rotate]")!.ClickAsync(new());
        await dialogs.WaitForElement("[data-confirm]").ClickAsync(new());
        await clicked;

        Assert.Equal(_host.Get<IChannelEndpoints>().Find("ep-events")!.Member("Secret"), page.WaitForElement("#secret-once").GetAttribute("value"));
        page.Find("[data-testid=secret-once] > button").Click();
        Assert.Empty(page.FindAll("#secret-once"));
        Assert.DoesNotContain("whsec_", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_is_asked_for_what_its_channel_gives_and_shows_the_whole_address_once()
    {
        var page = await OpenAsync();
        page.Find("[data-testid=connect]").Click();
        page.Find("input[type=radio][value=mango]").Change("mango");
        page.Find("#bot").Change("salon-bot");
        await page.Find("form.wizard-body").SubmitAsync();
        await page.Find("form.wizard-body").SubmitAsync();
        Assert.Contains("Уникальный код вашей АТС", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        page.Find("[data-act=back]").Click();
        page.Find("input[type=radio][value=uis]").Change("uis");
        await page.Find("form.wizard-body").SubmitAsync();
        Assert.Empty(page.FindAll("#wizard-address"));
        await page.Find("form.wizard-body").SubmitAsync();

        var made = Assert.Single(_host.Get<IChannelEndpoints>().All);
        Assert.Equal($"https://log.salon.example/hooks/{made.Id}/{made.Member("Secret")}", page.Find("#wizard-address").GetAttribute("value"));
        Assert.Contains("notification_mnemonic", page.FindAll("[data-testid=snippet]")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.FindAll("[data-testid=guide-steps] li").Count);
        page.Find("[data-act=close]").Click();
        Assert.DoesNotContain(made.Member("Secret")!, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_the_channel_is_entered_on_its_card()
    {
        var page = await OpenAsync(EndpointSettings.Of("whatsapp", ("AppSecret", "0123456789abcdef")));
        Assert.Null(Card(page, "ep-whatsapp").QuerySelector("[data-act=rotate]"));
        Card(page, "ep-whatsapp").QuerySelector("[data-act=enter]")!.Click();

        Card(page, "ep-whatsapp").QuerySelector("[data-testid=enter-form]")!.Submit();
        Assert.Contains("хотя бы одно поле", page.Markup, StringComparison.Ordinal);
        Card(page, "ep-whatsapp").QuerySelector("#member-ep-whatsapp-AppSecret")!.Change("fedcba9876543210");
        Card(page, "ep-whatsapp").QuerySelector("[data-testid=enter-form]")!.Submit();

        page.WaitForState(() => page.Markup.Contains("Данные сохранены", StringComparison.Ordinal));
        Assert.Equal("fedcba9876543210", _host.Get<IChannelEndpoints>().Find("ep-whatsapp")!.Member("AppSecret"));
        Assert.DoesNotContain("fedcba9876543210", page.Markup, StringComparison.Ordinal);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _host.DisposeAsync();
    }

    private async Task<IRenderedComponent<IntegrationsPage>> OpenAsync(params (string, string?)[] settings)
    {
        _host = await IngestHost.StartAsync(null, settings);
        _connecting = new Connecting(_host, SignedIn.Owner);
        Clock.SetUtcNow(_host.Clock.GetUtcNow());
        IBotKeys keys = _connecting.Keys;
        Services.AddSingleton(keys).AddSingleton<IBranchList>(new TwoBranches()).AddSingleton(_connecting.Bots).AddSingleton(_connecting.Acts);
        Services.AddSingleton(new PublicAddress(new ConfigurationBuilder().AddInMemoryCollection([new("PublicBaseUrl", "https://log.salon.example/")]).Build()));
        Services.AddSingleton(_host.Get<Pulse<EventsAppended>>()).AddSingleton(_host.Get<Pulse<RefusedCalls.Added>>()).AddSingleton(_host.Get<LiveCheckQuery>()).AddSingleton(_host.Get<Pulse<HealthChanged>>());
        Services.AddSingleton(new ConnectionsQuery(
            _host.Get<IChannelEndpoints>(), keys, new TwoBranches(), _host.Get<SenderQueries>(), _host.Get<RefusedCalls>(), new SalonClock(_host.Clock, Moscow)));
        AddBunitPersistentComponentState();
        return Render<IntegrationsPage>();
    }

    private static void ToCheck(IRenderedComponent<IntegrationsPage> page, string bot)
    {
        page.Find("[data-testid=connect]").Click();
        page.Find("#bot").Change(bot);
        page.Find("form.wizard-body").Submit();
        page.Find("form.wizard-body").Submit();
        page.WaitForElement("#wizard-secret");
        page.Find("[data-act=next]").Click();
    }

    private static AngleSharp.Dom.IElement Card(IRenderedComponent<IntegrationsPage> page, string id) => page.Find($"[data-connection={id}]");

    private Task PostAsync(string id, string text) => _host.PostAsync(
        $$"""{"id":"{{id}}","type":"message.received","time":"2026-11-22T10:00:00Z","channel":"telegram","client":{"id":"tg:5","name":"Анна"},"text":"{{text}}"}""");

    private bool Forward()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return true;
    }
}
