using System.Text.Json;
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
    public async Task The_longest_period_travels_with_the_page_in_less_than_50_kilobytes_and_comes_back_the_same()
    {
        var last = new DateOnly(2025, 11, 22);
        var filter = new KpiFilter(last.AddDays(1 - Period.LongestDays), last.AddDays(1));
        var report = await new FakeReports().RunAsync(filter, TestContext.Current.CancellationToken);
        var text = Services.GetRequiredService<IStringLocalizer<OverviewText>>();
        var tiles = new TileWords(text, report, report, last);
        var graphs = new GraphWords(text, report, report, new SalonClock(Clock, Moscow));
        var overview = new Overview(
            new Period(filter.From, last, null), null, Clock.GetUtcNow(), true, [], [tiles.ResponseTime(), tiles.Conversion(), tiles.AutoClosed(), tiles.Escalations()],
            graphs.Counts(), graphs.Times(), [], report.Volume.Channels, report.Volume.ByWeekHour);

        var bytes = JsonSerializer.SerializeToUtf8Bytes(overview, JsonSerializerOptions.Web);
        var back = JsonSerializer.Deserialize<Overview>(bytes, JsonSerializerOptions.Web)!;

        Assert.InRange(bytes.Length, 1_000, 50_000);
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

        var tile = new TileWords(text, young, old, today).Conversion();

        Assert.Null(tile.Change);
        Assert.Equal("ещё созревает", tile.NoChangeText);
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
