using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class TurnTests
{
    private const UnitFlags Hit = UnitFlags.AssistantTurn | UnitFlags.AssistantAnswered | UnitFlags.Within;
    private const UnitFlags Slow = UnitFlags.AssistantTurn | UnitFlags.AssistantAnswered;
    private const UnitFlags Missed = UnitFlags.AssistantTurn | UnitFlags.Unanswered;
    private readonly StoryLog _log = new();

    [Fact]
    public void A_turn_belongs_to_the_moment_of_its_question()
    {
        _log.Client("23:59:59.5").Ai("11 00:00:01");

        var turn = Assert.Single(_log.Turns());

        Assert.Equal(StoryLog.At("23:59:59.5"), turn.At);
        Assert.Equal(1500, turn.WaitMs);
    }

    [Theory]
    [InlineData("10:00:03.000", (int)Hit)]
    [InlineData("10:00:03.001", (int)Slow)]
    [InlineData("10:10:00.000", (int)Slow)]
    [InlineData("10:10:00.001", (int)Missed)]
    public void An_answer_counts_by_its_wait(string answer, int flags)
    {
        _log.Client("10:00:00").Ai(answer);

        Assert.Equal((UnitFlags)flags, Assert.Single(_log.Turns()).Flags);
    }

    [Fact]
    public void The_wait_runs_from_the_first_of_several_messages()
    {
        _log.Client("10:00:00").Client("10:00:02").Client("10:00:04").Ai("10:00:05");

        Assert.Equal(5000, Assert.Single(_log.Turns()).WaitMs);
    }

    [Theory]
    [InlineData("""{"ack":true}""")]
    [InlineData("""{"greeting":true}""")]
    [InlineData("""{"reminder":true}""")]
    [InlineData("""{"campaign":true}""")]
    [InlineData("""{"failed":true}""")]
    public void A_message_without_substance_closes_no_turn(string data)
    {
        _log.Client("10:00:00").Ai("10:00:00.400", data: data).Ai("10:00:07");

        Assert.Equal(7000, Assert.Single(_log.Turns()).WaitMs);
    }

    [Theory]
    [InlineData("""{"ack":"true"}""")]
    [InlineData("""{"ack":1}""")]
    [InlineData("""{"ack":false}""")]
    public void A_flag_counts_only_as_json_true(string data)
    {
        _log.Client("10:00:00").Ai("10:00:00.400", data: data);

        Assert.Equal(400, Assert.Single(_log.Turns()).WaitMs);
    }

    [Fact]
    public void A_message_named_in_a_failed_delivery_answers_nothing()
    {
        _log.Client("10:00:00").Ai("10:00:01").Add("delivery.failed", "10:00:02", content => content with { InReplyTo = "e2" });

        Assert.Equal(Missed, Assert.Single(_log.Turns()).Flags);
    }

    [Fact]
    public void A_reminder_or_follow_up_in_between_closes_no_turn()
    {
        _log.Client("10:00:00").Reminder("10:00:01").Add("followup.sent", "10:00:02").Ai("10:00:05");

        Assert.Equal(5000, Assert.Single(_log.Turns()).WaitMs);
    }

    [Fact]
    public void A_turn_a_person_rescued_is_a_miss_but_not_unanswered()
    {
        _log.Client("10:00:00").Human("10:00:40");

        Assert.Equal(UnitFlags.AssistantTurn, Assert.Single(_log.Turns()).Flags);
    }

    [Theory]
    [InlineData("10:10:00", 0)]
    [InlineData("10:10:00.001", 1)]
    public void An_open_turn_is_in_no_number_until_it_expires(string now, int turns)
    {
        _log.Client("10:00:00");

        Assert.Equal(turns, _log.Turns(now).Count);
    }

    [Fact]
    public void An_expired_turn_stays_and_a_later_message_opens_a_new_one()
    {
        _log.Client("10:00:00").Client("10:11:00").Ai("10:11:01");

        Assert.Equal([Missed, Hit], _log.Turns().Select(turn => turn.Flags));
    }

    [Fact]
    public void A_late_answer_closes_nothing()
    {
        _log.Client("10:00:00").Ai("10:15:00").Ai("10:15:05");

        Assert.Equal(Missed, Assert.Single(_log.Turns()).Flags);
    }

    [Fact]
    public void A_turn_expires_with_its_session()
    {
        _log.Client("10:00:00").Add("session.closed", "10:01:00");

        Assert.Equal(Missed, Assert.Single(_log.Turns("10:02")).Flags);
    }

    [Theory]
    [InlineData("escalation.accepted", true)]
    [InlineData("escalation.requested", false)]
    public void A_person_owns_the_turns_after_taking_over(string type, bool human)
    {
        _log.Add("chat.started", "09:59").Add(type, "09:59:30").Client("10:00:00").Ai("10:00:01");

        Assert.Equal(human ? UnitFlags.HumanTurn : Hit, Assert.Single(_log.Turns()).Flags);
    }

    [Fact]
    public void A_human_message_takes_over_until_the_takeover_ends()
    {
        _log.Human("09:00").Client("10:00:00").Human("10:20:00").Add("takeover.ended", "10:21").Client("10:22:00").Ai("10:22:01");

        Assert.Equal([UnitFlags.HumanTurn | UnitFlags.HumanAnswered, Hit], _log.Turns().Select(turn => turn.Flags));
    }

    [Fact]
    public void The_owner_is_fixed_when_the_turn_opens()
    {
        _log.Client("10:00:00").Add("escalation.accepted", "10:00:01").Ai("10:00:02");

        Assert.Equal(Hit, Assert.Single(_log.Turns()).Flags);
    }

    [Fact]
    public void A_takeover_ends_with_the_session()
    {
        _log.Human("09:00").Add("session.closed", "09:30").Client("10:00:00").Ai("10:00:01");

        Assert.Equal(Hit, Assert.Single(_log.Turns()).Flags);
    }

    [Fact]
    public void A_turn_of_a_person_expires_at_the_close_of_the_session()
    {
        _log.Human("09:00").Client("10:00:00");

        Assert.Empty(_log.Turns("21:59:59"));
        Assert.Equal(UnitFlags.HumanTurn, Assert.Single(_log.Turns("22:00")).Flags);
    }

    [Fact]
    public void An_answer_older_than_its_question_leaves_the_turn_out()
    {
        _log.Ai("09:58:00", with: content => content with { InReplyTo = "e2" }).Client("10:00:00").Client("10:00:05").Ai("10:00:06");

        Assert.Equal(1000, Assert.Single(_log.Turns()).WaitMs);
    }

    [Fact]
    public void An_answer_of_the_same_millisecond_is_an_answer_at_once()
    {
        _log.Ai("10:00:00", with: content => content with { InReplyTo = "e2" }).Client("10:00:00");

        Assert.Equal(0, Assert.Single(_log.Turns()).WaitMs);
    }

    [Fact]
    public void In_reply_to_a_message_of_another_conversation_moves_nothing()
    {
        _log.Ai("09:58:00", with: content => content with { InReplyTo = "e2", Session = "s2" }).Client("10:00:00");

        Assert.Equal(Missed, Assert.Single(_log.Turns()).Flags);
    }

    [Fact]
    public void A_turn_with_a_lying_clock_is_in_no_number()
    {
        _log.Add("message.received", "15:00:00", flags: EventFlags.ClockSkew, receivedAt: "10:00:00").Ai("10:00:01").Client("10:01:00").Ai("10:01:02");

        Assert.Equal(2000, Assert.Single(_log.Turns()).WaitMs);
    }

    [Fact]
    public void Tests_and_spam_take_their_whole_session_out_and_nothing_else()
    {
        _log.Client("10:00:00").Ai("10:00:01").Add("session.closed", "10:05", data: """{"spam":true}""");
        _log.Client("11:00:00").Ai("11:00:01");

        Assert.Equal(StoryLog.At("11:00"), Assert.Single(_log.Turns()).At);
        Assert.Single(_log.Sessions());
    }

    [Fact]
    public void An_imported_event_takes_out_only_itself()
    {
        _log.Client("10:00:00", data: """{"imported":true}""").Client("10:00:05").Ai("10:00:06");

        Assert.Equal(1000, Assert.Single(_log.Turns()).WaitMs);
    }

    [Fact]
    public void A_turn_takes_its_channel_from_its_message_and_its_branch_from_the_session()
    {
        _log.Client("10:00:00").Ai("10:00:01", with: content => content with { Branch = "center", Channel = "whatsapp" });

        var turn = Assert.Single(_log.Turns());

        Assert.Equal(("telegram", "center"), (turn.Channel, turn.Branch));
    }
}
