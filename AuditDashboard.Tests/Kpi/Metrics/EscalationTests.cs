using AuditDashboard.Conversations.Story;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Kpi.Metrics;

public sealed class EscalationTests
{
    private const UnitFlags K6 = UnitFlags.Escalatable | UnitFlags.Escalated | UnitFlags.Lost;
    private readonly StoryLog _log = new();

    [Fact]
    public void Asking_for_a_person_is_involvement_in_an_open_session_too()
    {
        _log.Client("12:00:00").Add("escalation.requested", "12:00:05");

        Assert.Equal(UnitFlags.Escalatable | UnitFlags.Escalated, Flags("12:01"));
    }

    [Fact]
    public void A_session_with_the_assistant_and_no_call_is_in_the_base_only()
    {
        _log.Client("12:00:00").Ai("12:00:01");

        Assert.Equal(UnitFlags.Escalatable, Flags("12:01"));
    }

    [Fact]
    public void A_session_without_assistant_and_call_is_in_nothing()
    {
        _log.Client("12:00:00").Human("12:00:01");

        Assert.Equal(UnitFlags.None, Flags());
    }

    [Fact]
    public void A_proactive_session_is_in_nothing()
    {
        _log.Ai("12:00:00").Client("12:00:01").Ai("12:00:02").Add("escalation.requested", "12:01");

        Assert.Equal(UnitFlags.None, Flags());
    }

    [Theory]
    [InlineData("12:15:00.000", false)]
    [InlineData("12:15:00.001", true)]
    public void A_call_is_lost_when_nobody_came_in_15_working_minutes(string answer, bool lost)
    {
        _log.Client("11:59:00").Add("escalation.requested", "12:00").Human(answer);

        Assert.Equal(lost, Flags().HasFlag(UnitFlags.Lost));
    }

    [Theory]
    [InlineData("12:15:00.000", false)]
    [InlineData("12:15:00.001", true)]
    public void A_call_is_not_lost_before_its_deadline_has_passed(string now, bool lost)
    {
        _log.Client("11:59:00").Add("escalation.requested", "12:00").Ai("12:00:01").Human("12:00:02", data: """{"ack":true}""");

        Assert.Equal(lost, Flags(now).HasFlag(UnitFlags.Lost));
    }

    [Fact]
    public void Each_call_wants_its_own_answer()
    {
        _log.Client("11:59:00").Add("escalation.requested", "12:00").Human("12:05").Add("escalation.requested", "13:00");

        Assert.True(Flags().HasFlag(UnitFlags.Lost));
    }

    [Fact]
    public void An_answer_in_the_next_session_is_too_late()
    {
        _log.Client("11:59:00").Add("escalation.requested", "12:00").Add("session.closed", "12:01").Human("12:02");

        Assert.True(Flags().HasFlag(UnitFlags.Lost));
    }

    [Fact]
    public void A_call_at_night_waits_for_the_morning()
    {
        _log.Client("22:59:00").Add("escalation.requested", "23:00").Human("11 10:15:00");

        Assert.False(Flags().HasFlag(UnitFlags.Lost));
    }

    [Fact]
    public void The_branch_has_its_own_hours()
    {
        _log.Client("09:00", with: content => content with { Branch = "ural" }).Add("escalation.requested", "09:00:10");
        var ural = new Dictionary<string, TimeZoneInfo> { ["ural"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Yekaterinburg") };

        var story = StoryFold.Fold(_log.Events, StoryLog.Rules with { BranchZones = ural }, StoryLog.At("09:01"));

        Assert.Equal(StoryLog.At("09:15:10"), Assert.Single(story.Episodes[0].Escalations).Deadline);
    }

    private UnitFlags Flags(string now = "30 12:00") => _log.Sessions(now)[0].Flags & K6;
}
