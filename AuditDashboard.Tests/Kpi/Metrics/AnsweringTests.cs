using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Kpi.Metrics;

/// <summary>K1c, K1d, K1e, K6useless and K19's unknown types (product.md sections 3.1, 3.6 and 3.13).</summary>
public sealed class AnsweringTests
{
    private readonly StoryLog _log = new();

    [Theory]
    [InlineData("12:00:03.000", true)]
    [InlineData("12:00:03.001", false)]
    public void Only_the_first_turn_of_a_session_counts_for_the_first_answer(string answer, bool inTime)
    {
        _log.Client("12:00:00").Ai(answer).Client("12:01:00").Ai("12:01:01");

        var turns = Units(UnitKind.Turn).ConvertAll(unit => unit.Flags & (UnitFlags.FirstTurn | UnitFlags.FirstWithin));

        Assert.Equal([UnitFlags.FirstTurn | (inTime ? UnitFlags.FirstWithin : UnitFlags.None), UnitFlags.None], turns);
    }

    [Theory]
    [InlineData("12:05:00.000", "RepliedIn5, RepliedIn15, RepliedIn60")]
    [InlineData("12:05:00.001", "RepliedIn15, RepliedIn60")]
    [InlineData("12:15:00.001", "RepliedIn60")]
    [InlineData("13:00:00.001", "None")]
    public void A_person_is_timed_from_the_call_and_not_from_the_start_of_the_session(string answer, string flags)
    {
        _log.Client("11:00:00").Ai("11:00:01").Add("escalation.requested", "12:00").Human(answer);

        Assert.Equal(Enum.Parse<UnitFlags>(flags), Assert.Single(Units(UnitKind.HumanReply)).Flags);
    }

    [Fact]
    public void The_clock_of_a_person_stands_still_while_the_branch_is_closed()
    {
        // Closed from 21:00 to 10:00: four minutes in the evening and three in the morning.
        _log.Client("20:55:00").Add("escalation.requested", "20:56").Client("23:00").Human("11 10:03");

        var reply = Assert.Single(Units(UnitKind.HumanReply));

        Assert.Equal(7 * 60_000, reply.WaitMs);
        Assert.Equal(((13 * 60) + 7) * 60_000, reply.Amount);
    }

    [Fact]
    public void A_call_nobody_answers_counts_when_its_15_minutes_are_over()
    {
        _log.Client("12:00:00").Add("escalation.requested", "12:00");

        Assert.Empty(Units(UnitKind.HumanReply, "12:15:00.000"));
        Assert.Equal(UnitFlags.None, Assert.Single(Units(UnitKind.HumanReply, "12:15:00.001")).Flags);
    }

    [Theory]
    [InlineData("""{"label":"бот мог сам"}""", true)]
    [InlineData("""{"label":"bot_could"}""", true)]
    [InlineData("""{"label":"жалоба"}""", false)]
    public void A_person_says_that_the_assistant_could_have_done_it(string data, bool useless)
    {
        _log.Client("12:00:00").Add("escalation.requested", "12:00:05").Human("12:01").Add("takeover.ended", "12:02", data: data);

        Assert.Equal(useless, Assert.Single(Units(UnitKind.Session)).Flags.HasFlag(UnitFlags.Useless));
    }

    [Fact]
    public void A_type_nobody_knows_is_a_flaw_of_the_log()
    {
        _log.Client("12:00:00").Ai("12:00:01").Add("horoscope.read", "12:00:02").Add("voice.transcribed", "12:00:03");

        var flaw = Assert.Single(Units(UnitKind.Flaw), unit => unit.Label == "unknown_type");

        Assert.Equal(1, flaw.Amount);
    }

    [Fact]
    public void Delivery_is_timed_once_a_session_and_only_where_a_messenger_told_the_time()
    {
        _log.Add("message.received", "12:00:00", receivedAt: "12:00:02").Client("12:01:00");
        Assert.Empty(Units(UnitKind.Delivery));

        _log.Events[0] = _log.Events[0] with { Endpoint = "tg-1" };
        _log.Events[1] = _log.Events[1] with { Endpoint = "tg-1" };

        Assert.Equal(2000, Assert.Single(Units(UnitKind.Delivery)).WaitMs);
    }

    private List<KpiUnit> Units(UnitKind kind, string now = "30 12:00") => _log.Of(kind, now);
}
