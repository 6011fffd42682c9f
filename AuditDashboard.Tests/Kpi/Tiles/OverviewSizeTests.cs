using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Tests.Ui;
using AuditDashboard.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TestContext = Xunit.TestContext;

namespace AuditDashboard.Tests.Kpi.Tiles;

public sealed class OverviewSizeTests : UiTest
{
    [Fact]
    public async Task The_longest_period_travels_with_the_page_in_less_than_16_kilobytes_and_comes_back_the_same()
    {
        var last = new DateOnly(2025, 11, 22);
        var filter = new KpiFilter(last.AddDays(1 - Period.LongestDays), last.AddDays(1));
        var report = await new FakeReports().RunAsync(filter, TestContext.Current.CancellationToken);
        var text = Services.GetRequiredService<IStringLocalizer<OverviewText>>();
        var numbers = FakeOverviews.Around(report, report);
        var place = new KpiPlace(new Period(filter.From, last, null), null, null);
        var graphs = new GraphWords(text, report, report, new SalonClock(Clock, Moscow));
        var overview = new Overview(place, Clock.GetUtcNow(), true, 0, [], [])
        {
            Tiles = new TileWords(text, numbers, place, last).All(),
            Counts = graphs.Counts(),
            Times = graphs.Times(),
            Funnel = new FunnelWords(text, place).Steps(numbers),
            Losses = new LossWords(text, place, showsMoney: true).Losses(numbers),
            Spots = new SpotWords(text, place).Places(numbers),
            ByWeekHour = new long[168],
            Points = numbers.Branches,
        };

        var packed = Carried.Pack(overview);
        var back = Carried.Unpack<Overview>(packed)!;

        Assert.InRange(packed.Length, 1_000, 16_000);
        Assert.Equal(overview.Counts.Spec, back.Counts.Spec);
        Assert.Same(overview.Counts, back.Counts.Or(overview.Counts));
        Assert.Equal(overview.Tiles[1].Change, back.Tiles[1].Change);
    }

    [Fact]
    public void Days_too_young_to_convert_are_not_compared()
    {
        var today = new DateOnly(2025, 11, 22);
        var text = Services.GetRequiredService<IStringLocalizer<OverviewText>>();
        var (young, old) = (Week(today.AddDays(-6), k: 2), Week(today.AddDays(-13), k: 5));

        var numbers = FakeOverviews.Around(young, old);
        var tiles = numbers.Tiles.Select(one => one.Kpi == KpiOverview.Kpi.Conversion ? one with { Compared = Share.None } : one).ToList();
        var place = new KpiPlace(new Period(today.AddDays(-6), today, "week"), null, null);

        var tile = new TileWords(text, numbers with { Tiles = tiles }, place, today).All().Single(one => one.TestId == "kpi-conversion");

        Assert.Null(tile.Change);
        Assert.Equal("ещё созревает", tile.NoChangeText);
        Assert.All(tile.Trend, Assert.Null);
    }

    private static KpiReport Week(DateOnly from, long k)
    {
        var share = new Share(k, 10, k / 10d, 0, 1);
        var days = Enumerable.Range(0, 7)
            .Select(day => new KpiReport.Day(from.AddDays(day), 10, k, share, null, null, share, share, share))
            .ToList();
        return new KpiReport(
            new KpiFilter(from, from.AddDays(7)), "Europe/Moscow", new(share, null, null, null, 0, 0, null), new(new Share(k * 7, 70, k / 10d, 0, 1), 0),
            new(share, 0, 0, share), new(share, 0), days, new(70, 70, 70, 7 * k, [], []));
    }
}
