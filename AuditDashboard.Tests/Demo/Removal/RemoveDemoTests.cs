using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Demo.Marking;
using AuditDashboard.Demo.Removal;
using AuditDashboard.Events;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Kpi;
using AuditDashboard.Settings;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Demo.Removal;

public sealed class RemoveDemoTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-demo-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_made_up_goes_and_everything_real_stays()
    {
        await using var app = Start();
        await AppendAsync(app, "m-1");
        await app.Get<IStories>().CatchUpAsync(Cancel);
        Assert.InRange(await app.CountAsync("select count(*) from message_words"), 1000, 20_000);
        var leaves = await app.CountAsync("select count(*) from log_entries");

        Assert.Null(await Command(app, "owner").HandleAsync(Cancel));
        await AppendAsync(app, "m-2");
        await app.Get<IStories>().CatchUpAsync(Cancel);

        Assert.Equal(0, await app.CountAsync("select count(*) from events where bot not in ('app', 'salon-bot')"));
        Assert.Equal(2, await app.CountAsync("select count(*) from events where bot = 'salon-bot'"));
        foreach (var table in new[] { "sessions", "clients", "client_identities", "session_outcomes" })
        {
            Assert.Equal(1, await app.CountAsync($"select count(*) from {table}"));
        }

        foreach (var table in new[] { "client_phones", "client_merges", "bookings" })
        {
            Assert.Equal(0, await app.CountAsync($"select count(*) from {table}"));
        }

        Assert.Equal(2, await app.CountAsync("select count(*) from message_words"));
        Assert.Equal(leaves + 3, await app.CountAsync("select count(*) from log_entries"));
        var check = await app.Get<VerifyLog>().RunAsync((_, _) => { }, Cancel);
        Assert.Empty(check.Faults);
        Assert.InRange(check.Removed, 1000, leaves);
        Assert.Equal(2, await app.CountAsync("select count(*) from users"));
        Assert.Equal("Студия «Донская»", app.Get<ISettings>().Salon.Name);
        Assert.False(app.Get<DemoMarks>().IsHere);
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_real_dialogs()
    {
        await using var app = Start();
        await AppendAsync(app, "m-1");
        await app.Get<IStories>().CatchUpAsync(Cancel);
        var week = new KpiFilter(new DateOnly(2026, 11, 15), new DateOnly(2026, 11, 23));
        Assert.InRange((await app.Get<IKpiReports>().RunAsync(week, Cancel)).Volume.Sessions, 300, 1000);

        await Command(app, "owner").HandleAsync(Cancel);
        var report = await app.Get<IKpiReports>().RunAsync(week, Cancel);

        Assert.Equal(1, report.Volume.Sessions);
        Assert.Equal(0, report.Volume.Bookings);
        Assert.Equal(0, report.Conversion.Share.N);
    }

    [Fact]
    public async Task It_does_not_come_back_at_the_next_start()
    {
        await using (var first = Start())
        {
            await Command(first, "owner").HandleAsync(Cancel);
        }

        await using var second = Start();

        Assert.Equal(0, await second.CountAsync("select count(*) from sessions"));
        Assert.False(second.Get<DemoMarks>().IsHere);
    }

    [Fact]
    public async Task A_removal_that_was_cut_short_ends_at_the_next_start()
    {
        await using (var first = Start())
        {
            await first.Get<DemoMarks>().SetAsync(DemoState.Dismissed, null, default, Cancel);
        }

        await using var second = Start();

        Assert.Equal(0, await second.CountAsync("select count(*) from sessions"));
        Assert.Equal(DemoState.Removed, (await second.Get<DemoMarks>().ReadAsync(Cancel)).State);
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("auditor")]
    public async Task Only_an_owner_may(string role)
    {
        await using var app = Start();

        var refusal = await Command(app, role).HandleAsync(Cancel);

        Assert.Equal("forbidden", refusal?.Code);
        Assert.True(app.Get<DemoMarks>().IsHere);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    internal static RemoveDemo Command(TestApp app, string role) => new(app.Get<DemoRemoval>(), app.Get<DemoMarks>(), new SomeViewer(role), new NoJournal());

    private static async Task AppendAsync(TestApp app, string id) =>
        Assert.True((await app.Get<IEventLog>().AppendAsync([Drafts.Message(id, "2026-11-22T12:59:00+03:00", client: "tg:5550001")], Cancel)).Succeeded);

    private TestApp Start() => new(_folder, ("Provisioning:Demo", "tiny"));

    internal sealed class SomeViewer(string role) : ICurrentViewer
    {
        public Task<Viewer> GetAsync() => Task.FromResult(new Viewer("1", "Елена", "e@example.org", role, null));
    }

    private sealed class NoJournal : IAccessJournal
    {
        public Task WriteAsync(string action, string? subject, string? reason, CancellationToken cancel) => Task.CompletedTask;
    }
}
