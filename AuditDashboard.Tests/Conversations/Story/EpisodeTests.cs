using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class EpisodeTests
{
    private readonly StoryLog _log = new();

    [Theory]
    [InlineData("21:59:59.999", 1)]
    [InlineData("22:00:00.000", 2)]
    public void Twelve_silent_hours_end_a_session_under_the_same_name(string next, int sessions)
    {
        _log.Client("10:00:00").Client(next);

        Assert.Equal(sessions, _log.Fold().Episodes.Count);
    }

    [Fact]
    public void An_event_closes_a_session_and_the_next_activity_starts_another()
    {
        _log.Client("10:00:00").Add("session.closed", "10:05").Add("session.closed", "10:06").Client("10:07");

        var episodes = _log.Fold().Episodes;

        Assert.Equal([StoryLog.At("10:05"), StoryLog.At("22:07")], episodes.Select(episode => episode.CloseAt));
        Assert.Equal([3, 1], episodes.Select(episode => episode.Events.Count));
    }

    [Fact]
    public void What_is_no_activity_opens_and_prolongs_nothing()
    {
        _log.Add("scenario.entered", "09:00").Client("10:00:00").Add("lead.created", "20:00").Add("intent.labelled", "11 09:00").Client("11 09:30");

        var episodes = _log.Fold().Episodes;

        Assert.Equal([StoryLog.At("10:00"), StoryLog.At("11 09:30")], episodes.Select(episode => episode.Start.At));
        Assert.Equal(["scenario.entered", "message.received", "lead.created", "intent.labelled"], episodes[0].Events.Select(item => item.Stored.Type));
    }

    [Fact]
    public void Without_a_session_name_an_event_joins_the_conversation_open_at_its_time()
    {
        _log.Client("10:00:00");
        _log.Session = null;
        _log.Ai("10:00:01").Client("23:00:00");

        var episodes = _log.Fold().Episodes;

        Assert.Equal(["s1", null], episodes.Select(episode => episode.Key));
        Assert.Equal(2, episodes[0].Events.Count);
    }

    [Fact]
    public void Without_a_session_name_another_channel_is_another_conversation()
    {
        _log.Client("10:00:00");
        _log.Session = null;
        _log.Channel = "max";
        _log.Ai("10:00:01");

        Assert.Equal(["telegram", "max"], _log.Fold().Episodes.Select(episode => episode.Channel));
    }

    [Fact]
    public void An_event_without_a_name_before_the_first_activity_joins_the_session_that_follows()
    {
        _log.Session = null;
        _log.Lead("09:59:59").Add("scenario.entered", "8 10:00");
        _log.Session = "s1";
        _log.Client("10:00:00");

        var story = _log.Fold();

        Assert.Equal(["lead.created", "message.received"], Assert.Single(story.Episodes).Events.Select(item => item.Stored.Type));
        Assert.Null(story.Events[0].Episode);
    }

    [Theory]
    [InlineData("message.sent", false)]
    [InlineData("reminder.sent", false)]
    [InlineData("followup.sent", false)]
    [InlineData("message.received", true)]
    [InlineData("chat.started", true)]
    [InlineData("call.started", true)]
    [InlineData("call.missed", true)]
    public void Who_acts_first_makes_a_session_inbound_or_proactive(string type, bool inbound)
    {
        _log.Ai("09:59", data: """{"greeting":true}""").Add(type, "10:00:00").Client("10:01:00");

        Assert.Equal(inbound, Assert.Single(_log.Fold().Episodes).IsInbound);
    }

    [Fact]
    public void A_campaign_without_an_answer_is_no_turn_and_no_session_of_K5()
    {
        _log.Ai("10:00:00", data: """{"campaign":true}""");

        var unit = Assert.Single(_log.Units());

        Assert.Equal((UnitKind.Session, UnitFlags.None), (unit.Kind, unit.Flags));
    }

    [Fact]
    public void An_answer_to_a_campaign_still_opens_a_turn()
    {
        _log.Ai("10:00:00", data: """{"campaign":true}""").Client("10:05:00").Ai("10:05:01");

        Assert.Single(_log.Turns());
        Assert.Equal(UnitFlags.None, Assert.Single(_log.Sessions()).Flags & (UnitFlags.Closable | UnitFlags.Escalatable));
    }

    [Fact]
    public void A_session_has_the_channel_and_branch_of_the_first_event_that_names_one()
    {
        _log.Channel = null;
        _log.Client("10:00:00").Ai("10:00:01", with: content => content with { Channel = "max" });
        _log.Ai("10:00:02", with: content => content with { Channel = "vk", Branch = "center" });

        var unit = Assert.Single(_log.Sessions());

        Assert.Equal(("max", "center"), (unit.Channel, unit.Branch));
    }

    [Fact]
    public void The_key_names_the_branch_where_no_event_does()
    {
        _log.Client("10:00:00");
        _log.Events[0] = _log.Events[0] with { Branch = "north" };

        Assert.Equal("north", Assert.Single(_log.Sessions()).Branch);
    }

    [Fact]
    public void A_session_stays_open_until_its_idle_time_has_passed()
    {
        _log.Client("10:00:00").Ai("10:00:01");

        Assert.False(Assert.Single(_log.Fold("22:00:00.999").Episodes).IsClosed);
        Assert.True(Assert.Single(_log.Fold("22:00:01").Episodes).IsClosed);
    }

    [Fact]
    public void What_lost_its_payload_keeps_its_place_and_counts_no_more()
    {
        _log.Client("10:00:00").Ai("10:00:01").Client("10:05:00").Ai("10:05:01");
        _log.Events[0] = Forgotten(_log.Events[0]);
        _log.Events[1] = Forgotten(_log.Events[1]);
        _log.Events[2] = _log.Events[2] with { SessionId = Session };

        var story = _log.Fold();

        Assert.Equal(StoryLog.At("10:00:01"), story.FrozenUntil);
        Assert.Equal(StoryLog.At("10:00"), Assert.Single(story.Episodes).Start.At);
        Assert.Equal(StoryLog.At("10:05"), Assert.Single(KpiUnits.Of(story)).At);
    }

    private static readonly AuditDashboard.Foundation.SessionId Session = new(Guid.Parse("01935b6c-0000-7000-8000-000000000009"));

    private static StoredEvent Forgotten(StoredEvent stored) => stored with { Content = null, SessionId = Session };
}
