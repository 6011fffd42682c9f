using AuditDashboard.Conversations.Story;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Time.Testing;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class StoryQueueTests
{
    private readonly StoryQueue _queue = new();

    [Fact]
    public void A_person_waits_once_and_news_go_before_a_backlog()
    {
        var backlog = People(300);
        var news = People(2);

        _queue.Add(backlog);
        _queue.Add([news[0], news[0], backlog[0]]);
        _queue.Add([news[1]]);

        Assert.Equal([news[0], news[1], backlog[0]], _queue.Take(3));
        Assert.Equal(299, _queue.Take(1000).Count);
        Assert.True(_queue.IsEmpty);
    }

    [Fact]
    public void A_person_who_was_taken_may_wait_again()
    {
        var one = People(1);
        _queue.Add(one);
        _queue.Take(1);

        _queue.Add(one);

        Assert.Equal(one, _queue.Take(1));
    }

    [Fact]
    public void Work_rests_four_times_as_long_as_it_took_and_a_tenth_of_a_second_at_least_while_events_come()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(400), StoryPace.RestAfter(TimeSpan.FromMilliseconds(100), busy: true));
        Assert.Equal(TimeSpan.FromMilliseconds(100), StoryPace.RestAfter(TimeSpan.FromMilliseconds(10), busy: true));
        Assert.Equal(TimeSpan.Zero, StoryPace.RestAfter(TimeSpan.FromMilliseconds(10), busy: false));
    }

    [Fact]
    public void A_huge_story_rests_longer_than_the_others()
    {
        var clock = new FakeTimeProvider();
        var pace = new StoryPace(clock);
        var log = new StoryLog();
        for (var i = 0; i < 5001; i++)
        {
            log.Client("10:00");
        }

        var root = People(1)[0];
        var story = log.Fold();
        pace.Note([new ToldStory(root, [root], story, SessionPlaces.Of(story, clock), StoryStrays.None)], TimeSpan.FromSeconds(1));

        Assert.Equal(clock.GetUtcNow().AddSeconds(49), pace.NotBefore(root));
        clock.Advance(TimeSpan.FromSeconds(49));
        Assert.Null(pace.NotBefore(root));
    }

    private static List<ClientId> People(int count) => [.. Enumerable.Range(0, count).Select(_ => ClientId.New(TimeProvider.System))];
}
