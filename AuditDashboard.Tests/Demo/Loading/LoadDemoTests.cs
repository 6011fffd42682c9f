using AuditDashboard.Conversations;
using AuditDashboard.Demo;
using AuditDashboard.Demo.Loading;
using AuditDashboard.Demo.Marking;
using AuditDashboard.Events;
using AuditDashboard.Kpi;
using AuditDashboard.Settings;
using AuditDashboard.Tests.Demo.Counting;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Demo.Loading;

public sealed class LoadDemoTests : IDisposable
{
    private const string OfDemo = "from events where bot in ('donskaya', 'donskaya-journal')";
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly string _folder = Directory.CreateTempSubdirectory("audit-demo-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_database_gets_the_salon_its_people_and_its_past()
    {
        await using var app = Start("tiny");

        Assert.Equal(new DemoGenerator(DemoPreset.Tiny, Today).Events().Count(), await app.CountAsync($"select count(*) {OfDemo}"));
        Assert.Equal(0, await app.CountAsync($"select count(*) {OfDemo} and recorded_at <> occurred_at"));
        Assert.Equal(0, await app.CountAsync($"select count(*) {OfDemo} and flags <> 0"));
        Assert.Equal(2, await app.CountAsync("select count(*) from users where email like '%@demo.example'"));
        Assert.Equal("Студия «Донская»", app.Get<ISettings>().Salon.Name);
        Assert.Equal(["center", "north", "west"], app.Get<ISettings>().Salon.Branches.Select(branch => branch.Code));
        Assert.True(app.Get<DemoMarks>().IsHere);
    }

    [Fact]
    public async Task The_application_counts_what_the_generator_meant()
    {
        await using var app = Start("tiny");
        var count = new DemoCount(DemoPreset.Tiny, Today);

        await app.Get<IStories>().CatchUpAsync(Cancel);
        var report = await app.Get<IKpiReports>().RunAsync(new KpiFilter(Today.AddDays(-7), Today), Cancel);

        Assert.Equal(count.Turns(1, 7).Count, report.ResponseTime.Within.N);
        Assert.Equal(count.Within3s(1, 7), report.ResponseTime.Within.Value!.Value * 100, 0.01);
        Assert.Equal(count.Converted(1, 7), report.Conversion.Share.Value!.Value * 100, 0.01);
        Assert.Equal(count.Escalated(1, 7), report.Escalations.Share.Value!.Value * 100, 0.01);
        Assert.Equal(count.Sessions.Count(session => session is { Spam: false, Inbound: true }), report.Volume.Sessions);
    }

    [Fact]
    public async Task Another_start_adds_nothing()
    {
        await using (var first = Start("tiny"))
        {
            Assert.Equal(2, first.Get<DemoPeople>().Made.Count);
        }

        await using var second = Start("tiny");

        Assert.Equal(new DemoGenerator(DemoPreset.Tiny, Today).Events().Count(), await second.CountAsync($"select count(*) {OfDemo}"));
        Assert.Empty(second.Get<DemoPeople>().Made);
        Assert.True(second.Get<DemoMarks>().IsHere);
    }

    [Fact]
    public async Task A_database_with_anything_in_it_is_left_alone()
    {
        await using (var first = Start("none"))
        {
            await first.Get<IEventLog>().AppendAsync([Drafts.Message("m-1", "2026-11-22T12:59:00+03:00")], Cancel);
        }

        await using var second = Start("tiny");

        Assert.Equal(0, await second.CountAsync($"select count(*) {OfDemo}"));
        Assert.Equal(0, await second.CountAsync("select count(*) from users"));
        Assert.Equal("", second.Get<ISettings>().Salon.Name);
        Assert.False(second.Get<DemoMarks>().IsHere);
    }

    [Fact]
    public async Task A_load_that_was_cut_short_goes_on_with_its_own_day()
    {
        var yesterday = Today.AddDays(-1);
        await using (var first = Start("none"))
        {
            await first.Get<DemoMarks>().SetAsync(DemoState.Begun, DemoPreset.Tiny, yesterday, Cancel);
            await first.Get<DemoFeed>().RunAsync(DemoPreset.Tiny with { Days = 2 }, yesterday, Cancel);
        }

        await using var second = Start("none");
        await second.Get<LoadDemo>().HandleAsync(DemoPreset.Demo, Today, Cancel);

        Assert.Equal(DemoState.Loaded, (await second.Get<DemoMarks>().ReadAsync(Cancel)).State);
        Assert.InRange(await second.CountAsync($"select count(*) {OfDemo}"), 4_000, 5_500);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private TestApp Start(string preset) => new(_folder, ("Provisioning:Demo", preset));
}
