using AuditDashboard.Reminders.Board;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Reminders.Board;

public sealed class HeldActsTests
{
    private readonly FakeTimeProvider _clock = new();
    private int _done;

    [Fact]
    public void It_is_done_after_eight_seconds_and_not_before()
    {
        Held().Hold(DoAsync);

        _clock.Advance(TimeSpan.FromSeconds(7.9));
        Assert.Equal(0, _done);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(1, _done);
    }

    [Fact]
    public void What_is_taken_back_in_time_was_never_said()
    {
        var takeBack = Held().Hold(DoAsync);

        Assert.True(takeBack());
        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(0, _done);
        Assert.False(takeBack());
    }

    [Fact]
    public async Task What_is_held_when_the_application_stops_is_said_at_once()
    {
        var held = Held();
        held.Hold(DoAsync);

        await held.StopAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(1, _done);
    }

    private HeldActs Held() => new(_clock, NullLogger<HeldActs>.Instance);

    private Task DoAsync()
    {
        _done++;
        return Task.CompletedTask;
    }
}
