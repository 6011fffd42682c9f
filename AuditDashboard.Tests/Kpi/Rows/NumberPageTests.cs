using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Kpi.Rows;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Settings;
using AuditDashboard.Tests.Kpi.Tiles;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Kpi.Rows;

public sealed class NumberPageTests : UiTest
{
    private readonly FakeOverviews _numbers = new(new FakeReports());
    private readonly FakeViewer _viewer = new();

    public NumberPageTests()
    {
        Services.AddSingleton<IKpiDrillDown>(_numbers).AddSingleton<ICurrentViewer>(_viewer).AddSingleton<ISettings>(new FakeSettings());
        Services.AddSingleton<ISessions>(new NoSessions()).AddScoped<PlaceQuery>().AddScoped<NumberQuery>();
        AddBunitPersistentComponentState();
    }

    [Fact]
    public void The_page_says_how_many_rows_there_are_and_leafs_through_them()
    {
        var page = Open("Bookings", "?period=week&page=2");

        Assert.Equal("60", page.Find("[data-testid=number-count]").GetAttribute("data-count"));
        Assert.Equal(25, _numbers.Opened.Single().Skip);
        Assert.Contains("2 из 3", page.Find(".pages").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_narrows_by_label_hour_branch_and_channel()
    {
        Open("Missed", "?period=week&label=complaint&hour=34&branch=push&channel=telegram");

        var asked = _numbers.Opened.Single();
        Assert.Equal(("complaint", 34, "push", "telegram"), (asked.Label, asked.WeekHour, asked.Filter.Branch, asked.Filter.Channel));
    }

    [Fact]
    public void A_price_is_for_owners_only()
    {
        Assert.Contains("4\u00A0800\u00A0₽", Open("Bookings").Markup, StringComparison.Ordinal);
        _viewer.Viewer = new Viewer("2", "Ирина", "i@example.org", "manager", ["push"]);

        var page = Open("Bookings");

        Assert.DoesNotContain("₽", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["push"], _numbers.Opened[^1].Filter.Branches);
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("3")]
    [InlineData("Duplicates")]
    public void A_number_no_page_shows_is_said_not_to_exist(string number)
    {
        Assert.Contains("Такого показателя нет", Open(number).Markup, StringComparison.Ordinal);
        Assert.Empty(_numbers.Opened);
    }

    [Fact]
    public void Every_number_that_can_be_opened_has_words()
    {
        var text = Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<NumberText>>();

        var wordless = Enum.GetValues<KpiNumber>().Where(number => OpenNumbers.Named(number.ToString()) is not null && text[$"Number{number}"].ResourceNotFound);

        Assert.Empty(wordless);
    }

    private IRenderedComponent<NumberPage> Open(string number, string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/numbers/{number}{query}");
        return Render<NumberPage>(parameters => parameters.Add(page => page.Number, number));
    }

    private sealed class FakeViewer : ICurrentViewer
    {
        public Viewer Viewer { get; set; } = new("1", "Елена", "e@example.org", "owner", null);

        public Task<Viewer> GetAsync() => Task.FromResult(Viewer);
    }

    private sealed class FakeSettings : ISettings
    {
        public SalonSettings Salon { get; } = new("Лаванда", "Europe/Moscow", [new("push", "Пушкинская", null), new("sad", "Садовая", null)]);
    }

    private sealed class NoSessions : ISessions
    {
        public Task<IReadOnlyList<SessionSummary>> ListAsync(SessionFilter filter, int skip, int take, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SessionSummary>>([]);

        public Task<int> CountAsync(SessionFilter filter, CancellationToken cancel) => Task.FromResult(0);

        public Task<IReadOnlyDictionary<string, int>> CountEachAsync(SessionFilter filter, IReadOnlyCollection<string> outcomes, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>());

        public Task<ISessions.Traits> TraitsAsync(CancellationToken cancel) => Task.FromResult(new ISessions.Traits([], [], []));

        public Task<SessionSummary?> FindAsync(SessionId sessionId, CancellationToken cancel) => Task.FromResult<SessionSummary?>(null);

        public Task<IReadOnlyList<SessionSummary>> OfClientAsync(ClientId clientId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SessionSummary>>([]);
    }
}
