using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Kpi.Metrics;

/// <summary>K3 (kpi-notes.md sections 5 and 6).</summary>
public sealed class ConfirmationTests
{
    private readonly StoryLog _log = new();

    [Theory]
    [InlineData("9 14:00:00.000", true)]
    [InlineData("9 14:00:00.001", false)]
    public void Only_visits_booked_a_day_ahead_are_asked(string created, bool asked)
    {
        _log.Visit("created", created, "10 14:00");

        Assert.Equal(asked ? UnitFlags.Asked | UnitFlags.Silent : UnitFlags.ShortAhead, State());
    }

    [Theory]
    [InlineData("10 12:00:00.000", null)]
    [InlineData("10 12:00:00.001", UnitFlags.Asked | UnitFlags.Silent)]
    public void A_visit_counts_once_its_lock_has_passed(string now, object? state)
    {
        _log.Visit("created", "8 14:00", "10 14:00");

        Assert.Equal(state, _log.Of(UnitKind.Visit, now) is [var unit] ? (object)unit.Flags : null);
        Assert.Equal(StoryLog.At("10 12:00:00.001"), _log.Fold("9 10:00").NextDueAt);
    }

    [Fact]
    public void The_date_is_the_final_start_and_the_place_that_of_the_creation()
    {
        _log.Channel = "max";
        _log.Session = null;
        _log.Add("booking.created", "1 10:00", content => content with { Branch = "center", Booking = new("B1", null, null, StoryLog.At("5 14:00"), null, null, null) });
        _log.Channel = "telegram";
        _log.Visit("rescheduled", "2 10:00", "9 14:00", actor: "human");

        var unit = Assert.Single(_log.Of(UnitKind.Visit));

        Assert.Equal((StoryLog.At("9 14:00"), "max", "center", "B1"), (unit.At, unit.Channel, unit.Branch, unit.Label));
    }

    [Theory]
    [InlineData("confirmed", UnitFlags.VisitConfirmed)]
    [InlineData("declined", UnitFlags.Declined)]
    [InlineData("cancelled", UnitFlags.Declined)]
    public void After_an_attempt_the_last_signal_up_to_the_lock_decides(string type, object state)
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("reminder.sent", "9 14:00").Visit(type, "10 12:00");

        Assert.Equal(UnitFlags.Asked | (UnitFlags)state, State());
    }

    [Fact]
    public void Who_refuses_before_anybody_asked_is_out_and_who_changes_their_mind_is_in()
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("declined", "9 10:00").Visit("reminder.sent", "9 14:00");
        Assert.Empty(_log.Of(UnitKind.Visit));

        _log.Visit("confirmed", "9 15:00");
        Assert.Equal(UnitFlags.Asked | UnitFlags.VisitConfirmed, State());
    }

    [Fact]
    public void A_failed_attempt_before_the_refusal_keeps_it_in()
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("reminder.failed", "9 14:00").Visit("declined", "9 14:00");

        Assert.Equal(UnitFlags.Asked | UnitFlags.Declined, State());
    }

    [Theory]
    [InlineData("cancelled", """{"by":"staff"}""")]
    [InlineData("cancelled", """{"by":"system"}""")]
    public void What_the_salon_calls_off_is_out_at_whatever_time(string type, string data)
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("reminder.sent", "9 14:00").Visit("confirmed", "9 15:00").Visit(type, "12 10:00", data: data, actor: "ai");

        Assert.Empty(_log.Of(UnitKind.Visit));
    }

    [Fact]
    public void Undelivered_is_when_every_attempt_failed_and_silent_also_without_any()
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("reminder.sent", "9 14:00").Add("delivery.failed", "9 14:01", content => content with { InReplyTo = "e2" });
        Assert.Equal(UnitFlags.Asked | UnitFlags.Undelivered, State());

        _log.Visit("reminder.failed", "10 09:00");
        Assert.Equal(UnitFlags.Asked | UnitFlags.Undelivered, State());

        _log.Visit("reminder.sent", "10 10:00");
        Assert.Equal(UnitFlags.Asked | UnitFlags.Silent, State());
    }

    [Theory]
    [InlineData("10 12:00:00.001", true)]
    [InlineData("10 13:59:59.999", true)]
    [InlineData("10 14:00:00.000", false)]
    public void A_confirmation_after_the_lock_is_late_and_changes_no_state(string at, bool late)
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("reminder.sent", "9 14:00").Visit("confirmed", at);

        Assert.Equal(UnitFlags.Asked | UnitFlags.Silent | (late ? UnitFlags.LateConfirmed : UnitFlags.None), State());
    }

    [Fact]
    public void A_cancellation_after_the_lock_changes_nothing()
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("reminder.sent", "9 14:00").Visit("confirmed", "9 15:00").Visit("cancelled", "10 12:30");

        Assert.Equal(UnitFlags.Asked | UnitFlags.VisitConfirmed, State());
    }

    [Fact]
    public void A_bare_yes_to_a_reminder_confirms_and_a_mark_by_staff_overrules_it()
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("reminder.sent", "9 14:00").Client("9 14:30", "Да!");
        Assert.Equal(UnitFlags.Asked | UnitFlags.VisitConfirmed, State());

        _log.Visit("declined", "9 14:10", actor: "human");
        Assert.Equal(UnitFlags.Asked | UnitFlags.Declined, State());
    }

    [Theory]
    [InlineData("ai", UnitFlags.Declined)]
    [InlineData("client", UnitFlags.VisitConfirmed)]
    public void The_assistants_reading_gives_way_to_staff_but_the_clients_own_word_does_not(string actor, object state)
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("reminder.sent", "9 14:00").Visit("declined", "9 15:00", actor: "human").Visit("confirmed", "9 16:00", actor: actor);

        Assert.Equal(UnitFlags.Asked | (UnitFlags)state, State());
    }

    [Fact]
    public void A_move_voids_what_was_before()
    {
        _log.Visit("created", "1 10:00", "5 14:00").Visit("reminder.sent", "4 14:00", "5 14:00").Visit("confirmed", "4 15:00").Visit("rescheduled", "4 16:00", "10 14:00", actor: "client");

        Assert.Equal(UnitFlags.Asked | UnitFlags.Silent, State());
    }

    [Theory]
    [InlineData("client", "5 13:59", UnitFlags.VisitConfirmed)]
    [InlineData(null, "5 13:59", UnitFlags.VisitConfirmed)]
    [InlineData("ai", "5 13:59", UnitFlags.VisitConfirmed)]
    [InlineData("human", "5 13:59", UnitFlags.Silent)]
    [InlineData("client", "5 14:00", UnitFlags.Silent)]
    public void A_move_after_a_reminder_to_a_near_time_confirms_it(string? actor, string start, object state)
    {
        _log.Visit("created", "1 10:00", "5 10:00").Visit("reminder.sent", "4 10:00", "5 10:00").Visit("rescheduled", "4 14:00", start, actor: actor);

        Assert.Equal(UnitFlags.Asked | (UnitFlags)state, State());
    }

    [Fact]
    public void Without_a_creation_there_is_no_k3_and_changed_never_moves()
    {
        _log.Visit("confirmed", "8 14:00", "10 14:00");
        Assert.Empty(_log.Of(UnitKind.Visit));

        _log.Visit("created", "7 14:00", "10 14:00").Visit("changed", "9 14:00", "20 14:00");
        Assert.Equal(StoryLog.At("10 14:00"), Assert.Single(_log.Of(UnitKind.Visit)).At);
    }

    [Fact]
    public void Two_bots_that_use_one_id_have_two_bookings_and_a_journal_that_only_marks_has_none()
    {
        _log.Visit("created", "8 14:00", "10 14:00").Visit("created", "8 15:00", "12 14:00").Visit("no_show", "10 15:00", actor: "human");
        _log.Events[1] = _log.Events[1] with { Bot = "journal" };
        Assert.Equal(2, _log.Of(UnitKind.Visit).Count);
        Assert.Equal(UnitFlags.NoShow, _log.Of(UnitKind.Attendance, "11 10:00").Single().Flags);

        _log.Events.RemoveAt(1);
        _log.Events[1] = _log.Events[1] with { Bot = "journal" };
        Assert.Equal(UnitFlags.NoShow, Assert.Single(_log.Of(UnitKind.Attendance)).Flags);
    }

    [Fact]
    public void A_test_session_takes_its_bookings_out()
    {
        _log.Visit("created", "8 14:00", "10 14:00");
        _log.Session = "s2";
        _log.Client("9 14:00", data: """{"test":true}""").Visit("confirmed", "9 14:01");

        Assert.Empty(_log.Of(UnitKind.Visit));
        Assert.Empty(_log.Of(UnitKind.Attendance));
    }

    private UnitFlags State() => Assert.Single(_log.Of(UnitKind.Visit)).Flags;
}
