using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Kpi;
using AuditDashboard.Settings;
using AuditDashboard.Settings.Editing;
using AuditDashboard.Settings.Store;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Settings;

/// <summary>What an owner settles counts at once, also for the days before, and back again. The salon is in Moscow; now is 22 November 2026, 13:00 there.</summary>
public sealed class SettledNumbersTests : IAsyncDisposable
{
    private static readonly KpiFilter Month = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1));

    private readonly TestApp _app = new();
    private readonly WrittenJournal _journal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_goal_counts_all_days_again_without_a_restart()
    {
        await _app.TellAsync(Said("a", "08:00:00", "received"), Said("a", "08:00:04", "sent"));
        Assert.Equal(0, (await WithinAsync()).Within.K);

        await SettleAsync(Sections.Goals, GoalSettings.Usual, GoalSettings.Usual with { ResponseMs = 5000 });
        Assert.Equal((1, 5000), ((await WithinAsync()).Within.K, (await WithinAsync()).ThresholdMs));
        await SettleAsync(Sections.Goals, GoalSettings.Usual with { ResponseMs = 5000 }, GoalSettings.Usual);

        Assert.Equal(0, (await WithinAsync()).Within.K);
    }

    [Fact]
    public async Task Other_hours_of_a_branch_move_its_night_and_nobody_elses()
    {
        await _app.TellAsync(Booked("a", "center", "15:30"), Booked("b", "garden", "15:30"));
        Assert.Equal(0, (await OverviewAsync()).Night.Bookings);

        // 15:30 UTC is 18:30 in Moscow.
        var early = new HoursSettings.Day(new TimeOnly(9, 0), new TimeOnly(18, 0));
        await SettleAsync(Sections.Hours, HoursSettings.Default, HoursSettings.Default with { Branches = new Dictionary<string, HoursSettings.Day> { ["center"] = early } });

        Assert.Equal(1, (await OverviewAsync()).Night.Bookings);
    }

    [Fact]
    public async Task A_services_price_stands_in_for_the_price_a_booking_does_not_name()
    {
        await _app.TellAsync(Booked("a", "center", "10:00"), Booked("b", "center", "10:30", ",\"price\":900"));
        Assert.Equal(90_000, (await OverviewAsync()).LostMoney.AverageKopecks);

        await SettleAsync(Sections.Prices, PriceSettings.None, new PriceSettings([new("стрижка", 210_000)], 400_000, 1_000));

        Assert.Equal(150_000, (await OverviewAsync()).LostMoney.AverageKopecks);
    }

    [Fact]
    public async Task The_average_cheque_counts_only_while_no_booking_has_a_price()
    {
        await _app.TellAsync(Booked("a", "center", "10:00"));
        Assert.Null((await OverviewAsync()).LostMoney.AverageKopecks);

        await SettleAsync(Sections.Prices, PriceSettings.None, new PriceSettings([], 400_000, 1_000));

        Assert.Equal(400_000, (await OverviewAsync()).LostMoney.AverageKopecks);
        Assert.Equal(0, (await OverviewAsync()).LostMoney.StaffKopecks);
    }

    [Fact]
    public async Task A_dialog_that_should_close_sooner_is_two_from_then_on()
    {
        await _app.TellAsync(Said("a", "02:00:00", "received"), Said("a", "08:00:00", "received"));
        Assert.Equal(1, await _app.Get<ISessions>().CountAsync(new SessionFilter(), Cancel));

        await SettleAsync(Sections.Goals, GoalSettings.Usual, GoalSettings.Usual with { IdleHours = 2 });

        Assert.Equal(2, await _app.Get<ISessions>().CountAsync(new SessionFilter(), Cancel));
    }

    [Fact]
    public async Task A_change_is_an_event_and_says_who_and_when_and_only_an_owner_makes_one()
    {
        Assert.Equal("forbidden", (await By(SignedIn.Manager).HandleAsync(Sections.Goals, GoalSettings.Usual, GoalSettings.Usual with { ResponseMs = 1000 }, Cancel))!.Code);
        Assert.Null(await By(SignedIn.Owner).HandleAsync(Sections.Goals, GoalSettings.Usual, GoalSettings.Usual, Cancel));
        Assert.Null(await _app.Get<SettingsStore>().ChangedAsync(Sections.Goals, Cancel));

        await SettleAsync(Sections.Goals, GoalSettings.Usual, GoalSettings.Usual with { ResponseShare = 0.9 });

        Assert.Equal((_app.Clock.GetUtcNow(), "u-1"), await _app.Get<SettingsStore>().ChangedAsync(Sections.Goals, Cancel));
        var stored = Assert.Single(await _app.Get<IEventReader>().ListAsync(new EventFilter(Type: "settings.changed"), Cancel), item => item.Content!.DataText("by") == "u-1");
        Assert.Equal("human", stored.Content!.Actor);
        Assert.Equal(["settings.changed goals"], _journal.Entries);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private ChangeSection By(Viewer viewer) => new(_app.Get<SaveSettings>(), new SignedIn(viewer), _journal);

    private async Task SettleAsync<T>(string section, T current, T wanted)
        where T : class
    {
        Assert.Null(await By(SignedIn.Owner).HandleAsync(section, current, wanted, Cancel));
        await _app.Get<IStories>().CatchUpAsync(Cancel);
    }

    private async Task<KpiReport.Response> WithinAsync() => (await _app.Get<IKpiReports>().RunAsync(Month, Cancel)).ResponseTime;

    private Task<KpiOverview> OverviewAsync() => _app.Get<IKpiOverviews>().RunAsync(Month, Cancel);

    private static EventDraft Said(string session, string at, string type) => Drafts.Of(
        $$"""{"id":"{{session}}-{{at}}","type":"message.{{type}}","time":"2026-11-20T{{at}}Z","session":"{{session}}","channel":"telegram","branch":"center","client":{"id":"tg:{{session}}"},"text":"Можно записаться?"}""");

    private static EventDraft Booked(string client, string branch, string at, string price = "") => Drafts.Of(
        $$"""{"id":"b-{{client}}","type":"booking.created","time":"2026-11-20T{{at}}:00Z","session":"{{client}}","channel":"telegram","branch":"{{branch}}","actor":"ai","client":{"id":"tg:{{client}}"},"booking":{"id":"B-{{client}}","service":"Стрижка","start":"2026-11-27T12:00:00Z"{{price}}} }""");
}
