using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TestContext = Xunit.TestContext;

namespace AuditDashboard.Tests.Kpi.Tiles;

/// <summary>The marks of releases over the main chart.</summary>
public sealed class GraphMarksTests : UiTest
{
    private static readonly KpiFilter Week = new(new DateOnly(2025, 11, 16), new DateOnly(2025, 11, 23));

    [Fact]
    public async Task Releases_of_one_day_share_a_mark_and_a_name_stands_in_it_once()
    {
        var marks = await MarksAsync(
            new KpiOverview.Release(At(18, 9), "v2", false), new KpiOverview.Release(At(18, 11), "v2", false), new KpiOverview.Release(At(18, 12), "v1", true),
            new KpiOverview.Release(At(20, 9), "v3", false));

        Assert.Equal([At(18, 9).ToUnixTimeMilliseconds(), At(20, 9).ToUnixTimeMilliseconds()], marks.Select(mark => mark.At));
        Assert.Single(marks[0].Text.Split("v2")[1..]);
        Assert.Contains("v1", marks[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("v3", marks[0].Text, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(int day, int hour) => new(2025, 11, day, hour, 0, 0, TimeSpan.Zero);

    private async Task<IReadOnlyList<AuditDashboard.Ui.Charts.ChartMark>> MarksAsync(params KpiOverview.Release[] releases)
    {
        var reports = new FakeReports();
        var now = await reports.RunAsync(Week, TestContext.Current.CancellationToken);
        var before = await reports.RunAsync(Week.Previous, TestContext.Current.CancellationToken);
        var words = new GraphWords(Services.GetRequiredService<IStringLocalizer<OverviewText>>(), now, before, Services.GetRequiredService<SalonClock>(), releases);
        return words.Counts().Spec.Marks;
    }
}
