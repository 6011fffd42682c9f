using AuditDashboard.Access;
using AuditDashboard.Digest.Alarms;
using AuditDashboard.Digest.Writing;
using AuditDashboard.Events;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using AuditDashboard.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuditDashboard.Tests.Digest.Alarms;

/// <summary>What cannot wait is told when it begins and when it is over, and not while it lasts. Now is 22 November 2026, 10:00 UTC.</summary>
public sealed class AlarmTests : IAsyncLifetime
{
    private DigestBench _bench = null!;
    private Attention? _trouble;
    private bool _breaks;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bench = await DigestBench.StartAsync();
        await _bench.BindAsync();
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task An_alarm_is_told_once_and_once_more_when_it_is_over()
    {
        _trouble = Broken(1);
        await WatchAsync();
        await WatchAsync();
        await WatchAsync();
        Assert.Equal("❗ Нет резервной копии: 1. Последняя вчера", Assert.Single(_bench.Arrived));

        _trouble = null;
        await WatchAsync();
        await WatchAsync();

        Assert.Equal(2, _bench.Arrived.Count);
        Assert.Equal("✅ Снова в порядке: Нет резервной копии", _bench.Arrived[1]);
    }

    [Fact]
    public async Task A_restart_tells_nothing_again()
    {
        _trouble = Broken(1);
        await WatchAsync();

        await _bench.RestartAsync(_bench.App.Clock.GetUtcNow().AddMinutes(1));
        await WatchAsync();

        Assert.Single(_bench.Arrived);
    }

    [Fact]
    public async Task One_more_is_told_and_one_fewer_is_not()
    {
        foreach (var count in new[] { 1, 2, 1, 2 })
        {
            _trouble = Broken(count);
            await WatchAsync();
        }

        Assert.Equal(3, _bench.Arrived.Count);
    }

    [Fact]
    public async Task What_can_wait_is_no_alarm()
    {
        _trouble = Broken(3) with { Tone = Tone.Warn };
        await WatchAsync();
        _trouble = Broken(3) with { Urgent = 0 };
        await WatchAsync();

        Assert.Empty(_bench.Arrived);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_not_over()
    {
        _trouble = Broken(1);
        await WatchAsync();
        _breaks = true;
        await WatchAsync();

        Assert.Single(_bench.Arrived);
    }

    [Fact]
    public async Task More_than_enough_an_hour_is_held_back_and_told_later_if_it_still_burns()
    {
        for (var round = 0; round < 4; round++)
        {
            _trouble = Broken(1);
            await WatchAsync();
            _trouble = null;
            await WatchAsync();
        }

        Assert.Equal(DigestSettings.Usual.MostAlarmsAnHour, _bench.Arrived.Count);
        _trouble = Broken(1);
        await WatchAsync();
        Assert.Equal(DigestSettings.Usual.MostAlarmsAnHour, _bench.Arrived.Count);

        _bench.App.Clock.Advance(TimeSpan.FromHours(1));
        await WatchAsync();
        Assert.Equal(DigestSettings.Usual.MostAlarmsAnHour + 1, _bench.Arrived.Count);
    }

    [Fact]
    public async Task A_complaint_that_waits_for_fifteen_minutes_is_told_and_so_is_its_answer()
    {
        await TellAsync("complaint.opened", "client");
        await SweepAfterAsync(14);
        Assert.Empty(AboutComplaints());
        await SweepAfterAsync(2);
        await SweepAfterAsync(2);
        Assert.StartsWith("❗", Assert.Single(AboutComplaints()), StringComparison.Ordinal);

        await TellAsync("complaint.acknowledged", "human");
        await SweepAfterAsync(1);

        Assert.StartsWith("✅", AboutComplaints()[^1], StringComparison.Ordinal);
        Assert.Equal(2, AboutComplaints().Count);
    }

    private List<string> AboutComplaints() => [.. _bench.Arrived.Where(text => text.Contains("алоб", StringComparison.Ordinal))];

    private static Attention Broken(long count) => new(count, "Нет резервной копии", "Последняя вчера", Tone.Bad, "settings/backups");

    private async Task WatchAsync()
    {
        _bench.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var item = new AttentionItem(1, (_, _) => _breaks ? throw new IOException("full") : Task.FromResult(_trouble));
        var app = _bench.App;
        var waiting = new WaitingQuery(app.Get<IOwnerEyes>(), [item], NullLogger<WaitingQuery>.Instance);
        await new WatchAlarms(app.Get<IDbContextFactory<AuditDbContext>>(), waiting, app.Get<ISettings>(), app.Get<IConfiguration>(), app.Clock).HandleAsync(Cancel);
        await app.Get<AuditDashboard.Digest.Sending.SendOwnerMessages>().HandleAsync(Cancel);
    }

    private async Task TellAsync(string type, string actor)
    {
        var now = _bench.App.Clock.GetUtcNow();
        var told = await _bench.App.Get<IEventLog>().AppendAsync([Drafts.Of(
            $$"""{"id":"{{Guid.CreateVersion7(now)}}","type":"{{type}}","time":"{{now.UtcDateTime:yyyy-MM-ddTHH:mm:ss}}Z","channel":"telegram","actor":"{{actor}}","client":{"id":"tg:700000303"} }""", "salon-bot", "center")], Cancel);
        Assert.True(told.Succeeded);
    }

    private async Task SweepAfterAsync(int minutes)
    {
        _bench.App.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await _bench.SweepAsync();
    }
}
