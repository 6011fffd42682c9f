using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class StoryLagTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly Pulse<EventsAppended> _appended = new();
    private readonly StoryNews _news;

    public StoryLagTests() => _news = new StoryNews(_appended, new Pulse<SettingsChanged>(), _clock);

    [Fact]
    public void Numbers_are_behind_from_the_first_untold_event_until_everybody_is_told()
    {
        Assert.Equal((0, null), _news.Lag);

        _appended.Send(new EventsAppended(1, [ClientId.New(_clock), ClientId.New(_clock)]));
        _clock.Advance(TimeSpan.FromSeconds(3));
        _appended.Send(new EventsAppended(2, [ClientId.New(_clock)]));
        Assert.Equal((3, DateTimeOffset.UnixEpoch), _news.Lag);

        _news.TakeClients();
        _news.NoteWaiting(2);
        Assert.Equal((2, DateTimeOffset.UnixEpoch), _news.Lag);

        _news.NoteWaiting(0);
        Assert.Equal((0, null), _news.Lag);
    }

    public void Dispose() => _news.Dispose();

    [Fact]
    public async Task A_rest_ends_with_its_time_and_at_once_when_somebody_asks()
    {
        var rest = _news.RestAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.False(rest.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await rest;

        var second = _news.RestAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        _ = _news.AskAsync(rebuild: false);
        await second;

        await _news.RestAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
    }
}
