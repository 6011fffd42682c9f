namespace AuditDashboard.Tests.Conversations.Story;

public sealed class NextDueTests
{
    private readonly StoryLog _log = new();

    [Fact]
    public void A_story_changes_when_its_open_turn_expires_then_when_its_session_closes_then_never()
    {
        _log.Client("10:00:00");

        Assert.Equal(StoryLog.At("10:10:00.001"), _log.Fold("10:00").NextDueAt);
        Assert.Equal(StoryLog.At("22:00"), _log.Fold("10:10:00.001").NextDueAt);
        Assert.Null(_log.Fold("22:00").NextDueAt);
    }

    [Fact]
    public void A_story_changes_when_nobody_came_in_time()
    {
        _log.Client("10:00:00").Ai("10:00:01").Add("escalation.requested", "10:30");

        Assert.Equal(StoryLog.At("10:45:00.001"), _log.Fold("10:31").NextDueAt);
        Assert.Equal(StoryLog.At("22:00:01"), _log.Fold("10:45:00.001").NextDueAt);
    }

    [Fact]
    public void Between_its_due_moments_a_story_is_the_same()
    {
        _log.Client("10:00:00").Add("escalation.requested", "10:01").Client("10:20").Human("10:40").Client("11:00");
        var now = StoryLog.At("11:00");
        List<(DateTimeOffset At, DateTimeOffset? Next)> stops = [];

        for (DateTimeOffset? next = now; next is { } at; next = stops[^1].Next)
        {
            stops.Add((at, Fold(at).NextDueAt));
        }

        foreach (var (at, next) in stops.Where(stop => stop.Next is not null))
        {
            Assert.Equal(Units(at), Units(next!.Value.AddMilliseconds(-1)));
            Assert.NotEqual(Units(at), Units(next.Value));
        }
    }

    private AuditDashboard.Conversations.ClientStory Fold(DateTimeOffset now) =>
        AuditDashboard.Conversations.Story.StoryFold.Fold(_log.Events, StoryLog.Rules, now);

    private IReadOnlyList<AuditDashboard.Kpi.Metrics.KpiUnit> Units(DateTimeOffset now) => AuditDashboard.Kpi.Metrics.KpiUnits.Of(Fold(now));
}
