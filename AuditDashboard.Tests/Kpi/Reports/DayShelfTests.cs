using AuditDashboard.Conversations;
using AuditDashboard.Kpi;
using AuditDashboard.Tests.Kpi.Rollup;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Kpi.Reports;

public sealed class DayShelfTests : IAsyncDisposable
{
    private readonly TestApp _app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_is_read_again_only_when_its_sums_changed()
    {
        await TellAsync("1", "2026-11-18T10:00:00Z");
        await TellAsync("2", "2026-11-19T10:00:00Z");
        Assert.Equal(2, (await _app.ReportAsync()).Volume.Sessions);

        await _app.ExecuteAsync("update kpi_days set counts = x''");
        Assert.Equal(2, (await _app.ReportAsync()).Volume.Sessions);

        await _app.Get<IStories>().RebuildAsync(Cancel);
        await TellAsync("3", "2026-11-18T12:00:00Z");
        var report = await _app.ReportAsync();
        Assert.Equal(3, report.Volume.Sessions);
        Assert.Equal(2, report.Days.Single(day => day.Date == new DateOnly(2026, 11, 18)).Sessions);
    }

    [Fact]
    public async Task What_is_kept_for_one_filter_is_not_shown_for_another()
    {
        await TellAsync("1", "2026-11-18T10:00:00Z", "telegram");
        await TellAsync("2", "2026-11-18T11:00:00Z", "max");
        await _app.ReportAsync();

        Assert.Equal(1, (await OfAsync(new KpiFilter(Numbers.First, Numbers.First.AddDays(60), Channel: "max"))).Volume.Sessions);
        Assert.Equal(0, (await OfAsync(new KpiFilter(Numbers.First, Numbers.First.AddDays(60), Branches: ["north"]))).Volume.Sessions);
        Assert.Equal(0, (await OfAsync(new KpiFilter(Numbers.First, Numbers.First.AddDays(60), Release: "v1"))).Volume.Sessions);
        Assert.Equal(2, (await _app.ReportAsync()).Volume.Sessions);
    }

    [Fact]
    public async Task A_day_that_lost_its_last_unit_is_empty()
    {
        await TellAsync("1", "2026-11-18T10:00:00Z");
        Assert.Equal(1, (await _app.ReportAsync()).Volume.Sessions);

        await _app.TellAsync(Drafts.Of("""{"id":"x","type":"message.received","time":"2026-11-18T10:00:01Z","session":"s-1","channel":"telegram","client":{"id":"tg:1"},"data":{"test":true}}"""));

        Assert.Equal(0, (await _app.ReportAsync()).Volume.Sessions);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task<KpiReport> OfAsync(KpiFilter filter) => _app.Get<IKpiReports>().RunAsync(filter, Cancel);

    private Task TellAsync(string id, string at, string channel = "telegram") => _app.TellAsync(Drafts.Of(
        $$"""{"id":"{{id}}","type":"message.received","time":"{{at}}","session":"s-{{id}}","channel":"{{channel}}","client":{"id":"tg:{{id}}"},"text":"Можно записаться?"}"""));
}
