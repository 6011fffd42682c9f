using AngleSharp.Dom;
using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Settings;
using AuditDashboard.Tests.Ui;
using AuditDashboard.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TestContext = Xunit.TestContext;

namespace AuditDashboard.Tests.Kpi.Tiles;

public sealed class OverviewPageTests : UiTest
{
    private readonly FakeReports _reports = new();
    private readonly FakeOverviews _overviews;
    private readonly FakeViewer _viewer = new();
    private bool _hasPopovers;

    public OverviewPageTests()
    {
        _overviews = new FakeOverviews(_reports);
        Services.AddSingleton<IKpiReports>(_reports).AddSingleton<IKpiOverviews>(_overviews).AddSingleton<IKpiDrillDown>(_overviews);
        Services.AddSingleton<ICurrentViewer>(_viewer);
        Services.AddSingleton<ISettings>(new FakeSettings());
        Services.AddScoped<PlaceQuery>().AddScoped<AttentionQuery>().AddScoped<OverviewQuery>();
        AddBunitPersistentComponentState();
    }

    private Pulse<KpiChanged> Changed => Services.GetRequiredService<Pulse<KpiChanged>>();

    [Fact]
    public void Each_number_has_its_tile_and_none_is_invented()
    {
        var page = Open();

        Assert.Equal("1,8", Value(page, "kpi-response-time"));
        Assert.Equal("38,4", Value(page, "kpi-conversion"));
        Assert.Equal("32,0", Value(page, "kpi-auto-closed"));
        Assert.Equal("10,0", Value(page, "kpi-escalations"));
        Assert.Equal("6,1", Value(page, "kpi-no-shows"));
        Assert.Equal(6, page.FindAll("article.kpi").Count);
        Assert.Contains("412 из 1\u00A0073", Tile(page, "kpi-conversion").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_compares_with_the_period_of_the_same_length_before()
    {
        var page = Open();

        Assert.Contains("↓", Tile(page, "kpi-response-time").TextContent, StringComparison.Ordinal);
        Assert.Contains("0,4\u00A0с", Tile(page, "kpi-response-time").TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 9, 24), _reports.Asked[1].From);
        Assert.Equal(new DateOnly(2025, 10, 24), _reports.Asked[1].To);
        Assert.Contains("сравнение с 24\u00A0сен – 23\u00A0окт", page.Find(".compared").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_numbers_are_grey_and_say_so()
    {
        var page = Open();

        Assert.Equal("мало данных", Tile(page, "kpi-escalations").QuerySelector("[data-thin]")?.TextContent);
        Assert.Contains("thin", Tile(page, "kpi-auto-closed").ClassList);
        Assert.Null(Tile(page, "kpi-auto-closed").QuerySelector("[data-thin]"));
    }

    [Fact]
    public void A_zero_denominator_is_a_dash()
    {
        _reports.Conversion = FakeReports.Nothing;

        Assert.Equal("—", Value(Open(), "kpi-conversion"));
    }

    [Fact]
    public void A_shown_number_follows_the_news_without_a_reload()
    {
        var page = Open();

        _reports.Conversion = new Share(600, 1200, 0.5, 0.47, 0.53);
        Changed.Send(new KpiChanged());
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal("50,0", Value(page, "kpi-conversion")));
    }

    [Fact]
    public async Task An_english_page_stays_english_after_news_from_elsewhere()
    {
        Speak("en-US");
        var page = Open();

        _reports.Conversion = new Share(600, 1200, 0.5, 0.47, 0.53);
        await Task.Run(
            () =>
            {
                Speak("ru-RU");
                Changed.Send(new KpiChanged());
            },
            TestContext.Current.CancellationToken);
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal("50.0", Value(page, "kpi-conversion")));
        Assert.Contains("600 of 1,200", Tile(page, "kpi-conversion").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void When_numbers_cannot_be_read_the_old_ones_say_that_they_are_old()
    {
        var page = Open();

        _reports.Fails = true;
        Changed.Send(new KpiChanged());
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal("Данные от 12:41, нет связи", page.Find("[data-updated]").TextContent));
        Assert.Equal("38,4", Value(page, "kpi-conversion"));
    }

    [Fact]
    public void A_manager_sees_only_their_branches()
    {
        _viewer.Viewer = new Viewer("2", "Ирина", "i@example.org", "manager", ["push", "sad"]);

        var page = Open("?branch=west");

        Assert.All(_reports.Asked, filter => Assert.Equal(["push", "sad"], filter.Branches));
        Assert.All(_reports.Asked, filter => Assert.Null(filter.Branch));
        Assert.DoesNotContain("Западный", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_is_the_state()
    {
        Open("?period=week&branch=sad");

        Assert.Equal("sad", _reports.Asked[0].Branch);
        Assert.Equal(7, _reports.Asked[0].Days);
        Assert.Equal(new DateOnly(2025, 11, 23), _reports.Asked[0].To);
    }

    [Fact]
    public void A_number_opens_the_rows_behind_it_in_the_same_place()
    {
        var page = Open("?period=week&branch=sad&channel=telegram");

        Assert.Equal("numbers/Escalated?period=week&branch=sad&channel=telegram", Tile(page, "kpi-escalations").QuerySelector("h2 a")?.GetAttribute("href"));
        Assert.Equal("numbers/FunnelBooked?period=week&branch=sad&channel=telegram", page.FindAll(".funnel-count a")[2].GetAttribute("href"));
        Assert.Contains(_reports.Asked, filter => filter is { Branch: "sad", Channel: "telegram", Days: 7 });
    }

    [Fact]
    public void Money_is_for_owners_only()
    {
        Assert.Contains("625\u00A0920\u00A0₽", Open().Find("[data-testid=lost-money]").TextContent, StringComparison.Ordinal);
        _viewer.Viewer = new Viewer("2", "Ирина", "i@example.org", "manager", ["push", "sad"]);

        var page = Open();

        Assert.DoesNotContain("₽", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Не устроила цена", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_names_its_main_reason_and_steps_nobody_reports_are_left_out()
    {
        var funnel = Open().Find(".funnel").TextContent;

        Assert.Contains("−256 · чаще всего: не устроила цена", funnel, StringComparison.Ordinal);
        Assert.DoesNotContain("Оплачен", funnel, StringComparison.Ordinal);
    }

    [Fact]
    public void Clients_left_alone_are_asked_to_be_looked_at_and_calm_is_said_in_words()
    {
        Assert.Contains("Всё спокойно", Open().Find("[data-testid=attention-calm]").TextContent, StringComparison.Ordinal);
        _overviews.LeftAlone = 2;

        var entry = Open().Find(".attention a");

        Assert.Equal("numbers/Missed?period=month&label=unanswered", entry.GetAttribute("href"));
        Assert.Contains("последняя: 11\u00A0мин назад", entry.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_capability_asks_to_look_at_is_shown_to_its_roles_and_never_breaks_the_page()
    {
        var item = new AttentionItem(10, (_, _) => Task.FromResult<Attention?>(new Attention(3, "в карантине", "…", Tone.Warn, "settings/quarantine"))) { Roles = ["owner"] };
        Services.AddSingleton(item).AddSingleton(new AttentionItem(20, (_, _) => throw new InvalidOperationException("away")));

        Assert.Contains("в карантине", Open().Find(".attention").TextContent, StringComparison.Ordinal);
        _viewer.Viewer = new Viewer("2", "Ирина", "i@example.org", "manager", ["push"]);
        Assert.Empty(Open().FindAll(".attention"));
    }

    [Fact]
    public void A_branch_is_called_different_only_where_chance_does_not_explain_it()
    {
        var page = Open();

        var plot = page.FindAll("#branches").Single().ParentElement!.ParentElement!.TextContent;

        Assert.Contains("стоит посмотреть, случаев: 100", plot, StringComparison.Ordinal);
        Assert.DoesNotContain("не случайность", plot, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_not_over_is_not_drawn_as_a_fall()
    {
        var table = Open().Find("#chart").ParentElement!.ParentElement!.QuerySelectorAll("tbody tr")[^1];

        Assert.Equal(["—", "—", "30"], table.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_salon_without_dialogs_is_told_how_to_begin()
    {
        _reports.Sessions = 0;

        var page = Open();

        Assert.Contains("Пока нет диалогов", page.Markup, StringComparison.Ordinal);
        Assert.Equal("integrations", page.Find(".empty a").GetAttribute("href"));
        Assert.Empty(page.FindAll("article.kpi"));
    }

    private IRenderedComponent<OverviewPage> Open(string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/" + query);
        if (!_hasPopovers)
        {
            Render<MudBlazor.MudPopoverProvider>();
            _hasPopovers = true;
        }

        return Render<OverviewPage>();
    }

    private static IElement Tile(IRenderedComponent<OverviewPage> page, string id) => page.Find($"[data-testid={id}]");

    private static string Value(IRenderedComponent<OverviewPage> page, string id) => Tile(page, id).QuerySelector("[data-value]")!.TextContent;

    private sealed class FakeViewer : ICurrentViewer
    {
        public Viewer Viewer { get; set; } = new("1", "Елена", "e@example.org", "owner", null);

        public Task<Viewer> GetAsync() => Task.FromResult(Viewer);
    }

    private sealed class FakeSettings : ISettings
    {
        public SalonSettings Salon { get; } =
            new("Лаванда", "Europe/Moscow", [new("push", "Пушкинская", null), new("sad", "Садовая", null), new("west", "Западный", null)]);
    }
}
