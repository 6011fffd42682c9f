using AuditDashboard.Channels.Sending;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>Who goes when, by a clock moved by hand.</summary>
public sealed class EndpointGateTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
    private readonly EndpointGate _gate;

    public EndpointGateTests() => _gate = new EndpointGate(Pace.OfBots, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_second_sees_more_than_thirty_messages_and_none_is_forgotten()
    {
        List<DateTimeOffset> gone = [];
        var all = Enumerable.Range(0, 200).Select(async number =>
        {
            await _gate.EnterAsync($"tg:{number}", Cancel);
            lock (gone)
            {
                gone.Add(_clock.GetUtcNow());
            }
        }).ToList();
        for (var step = 0; step < 1000; step++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await Task.WhenAll(all);

        Assert.Equal(200, gone.Count);
        Assert.True(gone.Max(at => gone.Count(other => other >= at && other < at.AddSeconds(1))) <= 31);
    }

    [Fact]
    public async Task A_chat_hears_one_a_second_and_holds_up_nobody()
    {
        await _gate.EnterAsync("tg:1", Cancel);
        var second = _gate.EnterAsync("tg:1", Cancel);
        var third = _gate.EnterAsync("tg:1", Cancel);

        Assert.True(_gate.EnterAsync("tg:2", Cancel).IsCompletedSuccessfully);
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await second;
        Assert.False(third.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await third;
    }

    [Fact]
    public async Task A_queue_of_more_than_half_a_minute_is_sent_away()
    {
        var waiting = Enumerable.Range(0, 31).Select(_ => _gate.EnterAsync("tg:1", Cancel)).ToList();

        var late = await _gate.EnterAsync("tg:1", Cancel);

        Assert.Equal(TimeSpan.FromSeconds(31), late.StayAway);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await waiting[1];
    }

    [Fact]
    public async Task A_pause_catches_whoever_waits_already()
    {
        var first = await _gate.EnterAsync("tg:1", Cancel);
        var waiting = _gate.EnterAsync("tg:1", Cancel);

        _gate.Leave(first, TimeSpan.FromSeconds(17));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(16), (await waiting).StayAway);
    }

    [Fact]
    public async Task After_a_pause_one_goes_first_and_the_others_follow_when_it_fared_well()
    {
        _gate.Leave(await _gate.EnterAsync("tg:1", Cancel), TimeSpan.FromSeconds(17));
        _clock.Advance(TimeSpan.FromSeconds(17));

        var scout = await _gate.EnterAsync("tg:1", Cancel);
        var others = Enumerable.Range(2, 3).Select(number => _gate.EnterAsync($"tg:{number}", Cancel)).ToList();
        Assert.All(others, other => Assert.False(other.IsCompleted));
        _gate.Leave(scout, null);

        Assert.All(await Task.WhenAll(others), turn => Assert.Equal(new EndpointGate.Turn(null), turn));
    }

    [Fact]
    public async Task An_answer_from_before_the_pause_opens_nothing()
    {
        var (one, two) = (await _gate.EnterAsync("tg:1", Cancel), await _gate.EnterAsync("tg:2", Cancel));
        _gate.Leave(one, TimeSpan.FromSeconds(17));
        _clock.Advance(TimeSpan.FromSeconds(17));
        var scout = await _gate.EnterAsync("tg:3", Cancel);

        _gate.Leave(two, null);

        var next = _gate.EnterAsync("tg:4", Cancel);
        Assert.True(scout.IsScout);
        Assert.False(next.IsCompleted);
        _gate.Leave(scout, TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(5), (await next).StayAway);
    }

    [Fact]
    public async Task Who_stops_waiting_hears_so()
    {
        using var stop = new CancellationTokenSource();
        await _gate.EnterAsync("tg:1", stop.Token);
        var waiting = _gate.EnterAsync("tg:1", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
