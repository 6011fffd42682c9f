using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Kpi.Metrics;

/// <summary>K4 (kpi-notes.md section 7).</summary>
public sealed class AttendanceTests
{
    private readonly StoryLog _log = new();

    [Theory]
    [InlineData("attended", "human", UnitFlags.Came)]
    [InlineData("no_show", "human", UnitFlags.NoShow)]
    [InlineData("no_show", "system", UnitFlags.NoShow)]
    [InlineData("no_show", null, UnitFlags.NoShow)]
    [InlineData("no_show", "ai", UnitFlags.Unmarked)]
    public void Marks_set_the_state_and_the_assistants_is_only_a_hint(string type, string? actor, object state)
    {
        _log.Visit("created", "10 10:00", "10 14:00").Visit(type, "10 15:00", actor: actor);

        Assert.Equal(state, State());
    }

    [Fact]
    public void A_persons_mark_beats_a_systems_and_within_a_rank_the_latest_wins()
    {
        _log.Visit("created", "10 10:00", "10 14:00").Visit("no_show", "10 15:00", actor: "human").Visit("attended", "10 16:00", actor: "system");
        Assert.Equal(UnitFlags.NoShow | UnitFlags.MarksDiffer, State());

        _log.Visit("attended", "10 17:00", actor: "human");
        Assert.Equal(UnitFlags.Came | UnitFlags.MarksDiffer, State());
    }

    [Theory]
    [InlineData("11 13:59:59.999", null)]
    [InlineData("11 14:00:00.000", UnitFlags.Unmarked)]
    public void Unmarked_begins_a_day_after_the_start(string now, object? state)
    {
        _log.Visit("created", "10 10:00", "10 14:00");

        Assert.Equal(state, _log.Of(UnitKind.Attendance, now) is [var unit] ? (object)unit.Flags : null);
        Assert.Equal(StoryLog.At("11 14:00"), _log.Fold("10 15:00").NextDueAt);
    }

    [Theory]
    [InlineData("declined", null, "10 12:00:00.000", UnitFlags.CancelledEarly)]
    [InlineData("cancelled", """{"by":"client"}""", "10 12:00:00.001", UnitFlags.CancelledLate)]
    [InlineData("cancelled", """{"by":"staff"}""", "20 12:00", UnitFlags.CancelledBySalon)]
    public void A_cancelled_visit_is_outside_even_with_a_no_show_mark(string type, string? data, string at, object state)
    {
        _log.Visit("created", "10 10:00", "10 14:00").Visit("confirmed", "10 11:00").Visit(type, at, data: data).Visit("no_show", "10 15:00", actor: "human");

        Assert.Equal(state, State());
    }

    [Fact]
    public void Who_came_came_whatever_was_said_before()
    {
        _log.Visit("created", "10 10:00", "10 14:00").Visit("declined", "10 11:00").Visit("cancelled", "10 13:00", data: """{"by":"staff"}""").Visit("attended", "10 15:00");

        Assert.Equal(UnitFlags.Came, State());
    }

    [Fact]
    public void A_booking_without_a_creation_counts_by_its_first_event_with_a_start()
    {
        _log.Visit("confirmed", "9 10:00").Visit("changed", "9 11:00", "10 14:00").Visit("attended", "10 15:00");

        var unit = Assert.Single(_log.Of(UnitKind.Attendance));

        Assert.Equal((UnitFlags.Came, StoryLog.At("10 14:00"), 2L), (unit.Flags, unit.At, unit.Seq));
        Assert.Empty(_log.Of(UnitKind.Visit));
        Assert.Empty(_log.Of(UnitKind.Booking));
    }

    [Fact]
    public void A_mark_without_a_name_holds_for_all_who_have_none_of_their_own()
    {
        _log.Visit("created", "10 10:00", "10 14:00", data: """{"attendees":["p1","p2","p3"]}""", price: 3000)
            .Visit("attended", "10 15:00").Visit("no_show", "10 15:01", data: """{"attendee":"p2"}""");

        Assert.Equal([UnitFlags.Came, UnitFlags.NoShow, UnitFlags.Came], _log.Of(UnitKind.Attendance).Select(unit => unit.Flags));
        Assert.Equal([1000L, 1000, 1000], _log.Of(UnitKind.Attendance).Select(unit => unit.Amount!.Value));
        Assert.Single(_log.Of(UnitKind.Visit));
    }

    [Fact]
    public void Marks_before_the_last_move_are_void_unless_the_client_had_not_come()
    {
        _log.Visit("created", "1 10:00", "2 14:00").Visit("attended", "2 15:00").Visit("rescheduled", "2 16:00", "5 14:00");
        Assert.Equal([(UnitFlags.Unmarked, StoryLog.At("5 14:00"))], _log.Of(UnitKind.Attendance).Select(unit => (unit.Flags, unit.At)));

        _log.Visit("no_show", "5 15:00").Visit("rescheduled", "5 16:00", "9 14:00").Visit("no_show", "9 15:00");
        Assert.Equal(
            [(UnitFlags.NoShow, StoryLog.At("5 14:00")), (UnitFlags.NoShow, StoryLog.At("9 14:00"))],
            _log.Of(UnitKind.Attendance).Select(unit => (unit.Flags, unit.At)));
        Assert.Single(_log.Of(UnitKind.Booking));
    }

    private UnitFlags State() => Assert.Single(_log.Of(UnitKind.Attendance)).Flags;
}
