using System.Net.Http.Headers;
using System.Text.Json;
using AuditDashboard.Conversations;
using AuditDashboard.Kpi;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Kpi;

/// <summary>The cross checks of product.md section 8 over the small demo: parts are the whole, a tile is the API, and behind a number stand as many rows.</summary>
public sealed class DemoCrossCheckTests(DemoCrossCheckTests.Salon salon) : IClassFixture<DemoCrossCheckTests.Salon>
{
    private const string Key = "test-key-000000000000000000000000001";
    private static readonly KpiFilter Week = new(new DateOnly(2026, 11, 15), new DateOnly(2026, 11, 22));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<KpiNumber> Numbers => [.. Enum.GetValues<KpiNumber>()];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Behind_a_number_stand_as_many_rows(KpiNumber number)
    {
        var (overview, details) = await salon.ReadAsync(Week);
        var page = await salon.App.Get<IKpiDrillDown>().RunAsync(new IKpiDrillDown.Request(Week, number, Take: 10_000), Cancel);

        Assert.Equal(page.Count, page.Rows.Count);
        if (Reported(number, overview, details) is { } told)
        {
            Assert.Equal(told, page.Count);
        }
    }

    [Theory]
    [InlineData(KpiNumber.Needs)]
    [InlineData(KpiNumber.NoShows)]
    [InlineData(KpiNumber.Sessions)]
    public async Task Pages_add_up_and_narrow_as_the_report_does(KpiNumber number)
    {
        var drill = salon.App.Get<IKpiDrillDown>();
        var all = await drill.RunAsync(new IKpiDrillDown.Request(Week, number, Take: 10_000), Cancel);
        var paged = new List<IKpiDrillDown.Row>();
        for (var skip = 0; skip < all.Count; skip += 7)
        {
            paged.AddRange((await drill.RunAsync(new IKpiDrillDown.Request(Week, number, Skip: skip, Take: 7), Cancel)).Rows);
        }

        Assert.Equal(all.Rows, paged);
        var parts = 0L;
        foreach (var branch in new[] { "center", "north", "west" })
        {
            parts += (await drill.RunAsync(new IKpiDrillDown.Request(Week with { Branch = branch }, number), Cancel)).Count;
        }

        Assert.Equal(all.Count, parts);
    }

    [Fact]
    public async Task A_cell_of_the_week_opens_its_sessions()
    {
        var (overview, _) = await salon.ReadAsync(Week);
        var cell = overview.ByWeekHour.Index().MaxBy(hour => hour.Item).Index;

        var page = await salon.App.Get<IKpiDrillDown>().RunAsync(new IKpiDrillDown.Request(Week, KpiNumber.Sessions, WeekHour: cell), Cancel);

        Assert.Equal(overview.ByWeekHour[cell], page.Count);
        Assert.All(page.Rows, row => Assert.NotNull(row.SessionId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Channels_and_branches_add_up_to_the_whole(bool byChannel)
    {
        var reports = salon.App.Get<IKpiReports>();
        var whole = Counts(await reports.RunAsync(Week, Cancel));
        var sum = new long[whole.Length];
        foreach (var part in byChannel ? (string[])["telegram", "whatsapp", "instagram", "max", "vk", "phone", "yclients"] : ["center", "north", "west"])
        {
            var counts = Counts(await reports.RunAsync(byChannel ? Week with { Channel = part } : Week with { Branch = part }, Cancel));
            sum = [.. sum.Zip(counts, (left, right) => left + right)];
        }

        Assert.Equal(whole, sum);
    }

    [Fact]
    public async Task Days_sources_and_channels_of_one_report_add_up_too()
    {
        var (overview, _) = await salon.ReadAsync(Week);
        var now = overview.Now;

        Assert.Equal(now.Conversion.Share.N, now.Sources.Sum(source => source.Leads));
        Assert.Equal(now.Conversion.Share.K, now.Sources.Sum(source => source.Converted));
        Assert.Equal(now.Volume.Sessions, now.Sources.Sum(source => source.Sessions));
        Assert.Equal(now.Volume.Sessions, overview.Channels.Sum(channel => channel.Sessions));
        Assert.Equal(now.NoShow.Share.N, overview.Channels.Sum(channel => channel.NoShow.N));
        Assert.Equal(now.NoShow.Share.N, now.Days.Sum(day => day.NoShow.N));
        Assert.Equal(now.Confirmation.Share.N, now.Days.Sum(day => day.Confirmation.N));
        Assert.Equal(now.Confirmation.Share.N, now.Confirmation.Share.K + now.Confirmation.Declined + now.Confirmation.Silent + now.Confirmation.Undelivered);
        Assert.Equal(now.Volume.Sessions, overview.ByWeekHour.Sum());
        Assert.Equal(overview.Night.Bookings, overview.Night.ByWeekHour.Sum());
    }

    [Fact]
    public async Task A_tile_says_what_the_api_says()
    {
        var (overview, _) = await salon.ReadAsync(Week);
        using var client = salon.App.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        var kpi = JsonElement.Parse(await client.GetStringAsync("/api/v1/kpi?from=2026-11-15&to=2026-11-22", Cancel));
        Dictionary<KpiOverview.Kpi, JsonElement> told = new()
        {
            [KpiOverview.Kpi.ResponseTime] = kpi.GetProperty("responseTime").GetProperty("within"), [KpiOverview.Kpi.Conversion] = kpi.GetProperty("conversion"),
            [KpiOverview.Kpi.Confirmation] = kpi.GetProperty("confirmation"), [KpiOverview.Kpi.NoShow] = kpi.GetProperty("noShow"),
            [KpiOverview.Kpi.AutoClosed] = kpi.GetProperty("autoClosed"), [KpiOverview.Kpi.Escalations] = kpi.GetProperty("escalations"),
        };

        Assert.Equal(told.Count, overview.Tiles.Count);
        Assert.All(overview.Tiles, tile =>
        {
            var share = told[tile.Kpi];
            Assert.Equal((share.GetProperty("k").GetInt64(), share.GetProperty("n").GetInt64()), (tile.Now.K, tile.Now.N));
            Assert.Equal(share.GetProperty("value").GetDouble(), tile.Now.Value!.Value, 4);
            Assert.True(tile.Now.N > 0);
        });
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_bits()
    {
        var before = await Rollup.Numbers.SumsAsync(salon.App);

        await salon.App.Get<IStories>().RebuildAsync(Cancel);

        Assert.Equal(before, await Rollup.Numbers.SumsAsync(salon.App));
    }

    private static long[] Counts(KpiReport report) =>
    [
        report.ResponseTime.Within.K, report.ResponseTime.Within.N, report.ResponseTime.Unanswered, report.Conversion.Share.K, report.Conversion.Share.N,
        report.Confirmation.Share.K, report.Confirmation.Share.N, report.Confirmation.Declined, report.Confirmation.Silent, report.Confirmation.Undelivered,
        report.NoShow.Share.K, report.NoShow.Share.N, report.NoShow.Unmarked, report.AutoClosed.Share.K, report.AutoClosed.Share.N, report.AutoClosed.Durable.K,
        report.Escalations.Share.K, report.Escalations.Share.N, report.Escalations.Lost, report.Volume.Sessions, report.Volume.Bookings,
    ];

    private static long? Reported(KpiNumber number, KpiOverview overview, KpiDetails details) =>
        overview.Tiles.FirstOrDefault(tile => tile.Of == number) is { } of ? of.Now.N
        : overview.Tiles.FirstOrDefault(tile => tile.Hits == number) is { } hits ? hits.Now.K
        : overview.Funnel.FirstOrDefault(step => step.Number == number) is { } step ? step.Count
        : number switch
        {
            KpiNumber.Unanswered => overview.Now.ResponseTime.Unanswered,
            KpiNumber.HumanTurns => overview.Now.ResponseTime.HumanTurns,
            KpiNumber.ConvertedByAssistant => details.Conversion.ByAssistant.K,
            KpiNumber.ConvertedNet => details.Conversion.Net.K,
            KpiNumber.VisitsDeclined => overview.Now.Confirmation.Declined,
            KpiNumber.VisitsSilent => overview.Now.Confirmation.Silent,
            KpiNumber.VisitsUndelivered => overview.Now.Confirmation.Undelivered,
            KpiNumber.VisitsConfirmedLate => overview.Now.Confirmation.Late,
            KpiNumber.VisitsShortAhead => details.Attendance.ShortAhead,
            KpiNumber.Unmarked => overview.Now.NoShow.Unmarked,
            KpiNumber.CancelledEarly => details.Attendance.CancelledEarly,
            KpiNumber.CancelledLate => details.Attendance.CancelledLate,
            KpiNumber.CancelledBySalon => details.Attendance.CancelledBySalon,
            KpiNumber.AutoClosedConfirmed => overview.Now.AutoClosed.Confirmed,
            KpiNumber.AutoClosedAssumed => overview.Now.AutoClosed.Assumed,
            KpiNumber.AutoClosedDurable => overview.Now.AutoClosed.Durable.K,
            KpiNumber.EscalationsLost => overview.Now.Escalations.Lost,
            KpiNumber.EscalationsTechnical => details.Dialogs.Technical.K,
            KpiNumber.Causes => details.Causes.Sum(cause => cause.Count),
            KpiNumber.SessionsInvolved => details.Dialogs.Coverage.K,
            KpiNumber.SessionsMixed => details.Dialogs.Mixed,
            KpiNumber.Bookings => overview.Now.Volume.Bookings,
            KpiNumber.BookingsByAssistant => overview.Night.ByAssistant,
            KpiNumber.BookingsAtNight => overview.Night.Bookings,
            KpiNumber.LastTouches => details.LastTouch.Sum(source => source.Leads),
            KpiNumber.Losses => overview.Losses.Sum(loss => loss.Count),
            KpiNumber.Spots => overview.Spots.Sum(spot => spot.Count),
            KpiNumber.Attempts => details.Attempts.Sum(attempt => attempt.Count),
            KpiNumber.AttemptsWon => details.Attempts.Sum(attempt => attempt.Won.K),
            KpiNumber.Reactions => details.Reactions.Reacted.N,
            KpiNumber.ReactionsGiven => details.Reactions.Reacted.K,
            KpiNumber.Duplicates => details.Duplicates.Sum(pair => pair.Count),
            KpiNumber.SessionsWithNeed => details.Missed.Share.N,
            KpiNumber.Missed => details.Missed.Share.K,
            KpiNumber.MissedRecovered => details.Missed.Recovered,
            KpiNumber.SavedSessions => details.People.Saved.Sum(type => type.Count),
            KpiNumber.HumanSessions => details.People.Sessions,
            KpiNumber.Trials => details.Trials.Booked,
            _ => null,
        };

    /// <summary>One salon for all: nothing here writes.</summary>
    public sealed class Salon : IAsyncLifetime
    {
        public TestApp App { get; } = new(
            null, ("Provisioning:Demo", "tiny"), ("Provisioning:ApiKeys:0:Name", "all"), ("Provisioning:ApiKeys:0:Key", Key),
            ("Provisioning:ApiKeys:0:Bot", "reader"), ("Provisioning:ApiKeys:0:Scopes:0", "read"));

        public async ValueTask InitializeAsync() => await App.Get<IStories>().CatchUpAsync(Cancel);

        public async Task<(KpiOverview Overview, KpiDetails Details)> ReadAsync(KpiFilter filter) =>
            (await App.Get<IKpiOverviews>().RunAsync(filter, Cancel), await App.Get<IKpiOverviews>().DetailsAsync(filter, Cancel));

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
