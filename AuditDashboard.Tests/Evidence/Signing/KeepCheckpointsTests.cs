using AuditDashboard.Events;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuditDashboard.Tests.Evidence.Signing;

public sealed class KeepCheckpointsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-keep-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_signs_every_ten_minutes_what_grew_and_once_a_day_with_the_journal()
    {
        await using var app = EvidenceApp.Start(_folder);
        var keep = app.Get<KeepCheckpoints>();
        await EvidenceApp.TalkAsync(app, "s-1", 5);
        await keep.HandleAsync(Cancel);
        var atFirst = await KindsAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        await EvidenceApp.TalkAsync(app, "s-1", 5, from: 5);
        await keep.HandleAsync(Cancel);
        Assert.Equal(atFirst, await KindsAsync(app));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await keep.HandleAsync(Cancel);
        await keep.HandleAsync(Cancel);
        Assert.Equal([.. atFirst, CheckpointKind.Regular], await KindsAsync(app));

        using (var client = EvidenceApp.Client(app))
        {
            await client.GetAsync($"/api/v1/evidence/sessions/{await EvidenceApp.SessionAsync(app, "s-1")}/pack", Cancel);
        }

        app.Leap(TimeSpan.FromDays(1));
        await keep.HandleAsync(Cancel);
        await keep.HandleAsync(Cancel);

        var own = await app.Get<IEventReader>().ListAsync(new EventFilter(Type: EventTypes.LogCheckpoint), Cancel);
        Assert.Equal("access-1", Assert.Single(own).Id);
        Assert.Equal(64, own[0].Content!.DataText("sha256")!.Length);
        Assert.Equal(1, (await KindsAsync(app)).Count(kind => kind == CheckpointKind.Daily));
        Assert.Equal(1, (await KindsAsync(app)).Count(kind => kind == CheckpointKind.Export));
        Assert.Null(app.Get<LogAlarm>().Fault);
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("client")]
    public async Task A_changed_line_of_the_access_journal_is_found_by_the_log(string column)
    {
        await using var app = EvidenceApp.Start(_folder);
        await EvidenceApp.TalkAsync(app, "s-1", 5);
        using (var client = EvidenceApp.Client(app))
        {
            await client.GetAsync($"/api/v1/evidence/sessions/{await EvidenceApp.SessionAsync(app, "s-1")}/pack", Cancel);
        }

        app.Leap(TimeSpan.FromDays(1));
        await app.Get<KeepCheckpoints>().HandleAsync(Cancel);
        DatabaseFile.Run(_folder, $"update access_journal set {column} = 'somebody else' where seq = 1");

        var report = await app.Get<VerifyLog>().RunAsync((_, _) => { }, Cancel);

        Assert.Equal(FaultKind.Journal, Assert.Single(report.Faults).Kind);
    }

    [Fact]
    public async Task What_need_not_be_kept_goes_after_ninety_days()
    {
        await using var app = EvidenceApp.Start(_folder);
        var keep = app.Get<KeepCheckpoints>();
        for (var day = 0; day < 3; day++)
        {
            await EvidenceApp.TalkAsync(app, $"s-{day}", 5);
            await keep.HandleAsync(Cancel);
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            await EvidenceApp.TalkAsync(app, $"t-{day}", 5);
            await keep.HandleAsync(Cancel);
            app.Leap(TimeSpan.FromDays(50));
        }

        await keep.HandleAsync(Cancel);

        Assert.DoesNotContain(CheckpointKind.Regular, await KindsAsync(app));
        Assert.True((await KindsAsync(app)).Count(kind => kind == CheckpointKind.Daily) >= 3);
    }

    [Fact]
    public async Task A_stop_leaves_nothing_unsigned()
    {
        await using (var app = EvidenceApp.Start(_folder))
        {
            await EvidenceApp.TalkAsync(app, "s-1", 40);
            await app.Services.GetServices<IHostedService>().OfType<SignAtStop>().Single().StoppedAsync(Cancel);
        }

        Assert.Equal(DatabaseFile.Read<long>(_folder, "select count(*) from log_entries"), DatabaseFile.Read<long>(_folder, "select max(size) from log_checkpoints"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<List<string>> KindsAsync(TestApp app) => [.. (await app.Get<CheckpointShelf>().AllAsync(Cancel)).Select(row => row.Kind)];
}
