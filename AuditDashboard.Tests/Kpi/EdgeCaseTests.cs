using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Kpi;

/// <summary>
/// The table of product.md section 5.1, a test a row, by its number; kpi-notes.md holds where the two differ. E28–E31, E33 and E34 need the whole
/// application: <see cref="EdgeCaseJourneyTests"/>. E9, E32 and E35 are about other things than these numbers.
/// </summary>
public sealed class EdgeCaseTests
{
    private readonly StoryLog _log = new();

    [Fact]
    public void E1_A_turn_belongs_to_the_day_it_opened()
    {
        _log.Client("30 23:59:59.500").Ai("31 00:00:01.000");

        var turn = Assert.Single(_log.Turns("31 12:00"));

        Assert.Equal((StoryLog.At("30 23:59:59.500"), 1500L), (turn.At, turn.WaitMs!.Value));
    }

    [Theory]
    [InlineData("10:00:03.000", true)]
    [InlineData("10:00:03.001", false)]
    public void E2_Three_seconds_are_a_hit_and_a_millisecond_more_is_not(string answered, bool within)
    {
        _log.Client("10:00:00.000").Ai(answered);

        Assert.Equal(within, Turn().Flags.HasFlag(UnitFlags.Within));
    }

    [Fact]
    public void E3_Waiting_counts_from_the_first_of_several_messages()
    {
        _log.Client("10:00:00").Client("10:00:02").Client("10:00:04").Ai("10:00:05");

        Assert.Equal((5000L, false), (Turn().WaitMs!.Value, Turn().Flags.HasFlag(UnitFlags.Within)));
    }

    [Fact]
    public void E4_An_acknowledgement_is_no_answer()
    {
        _log.Client("10:00:00").Ai("10:00:00.400", data: """{"ack":true}""").Ai("10:00:07");

        Assert.Equal((7000L, false), (Turn().WaitMs!.Value, Turn().Flags.HasFlag(UnitFlags.Within)));
    }

    [Fact]
    public void E5_A_reminder_between_question_and_answer_closes_nothing()
    {
        _log.Client("10:00:00").Reminder("10:00:01").Ai("10:00:02");

        Assert.Equal(2000, Turn().WaitMs);
    }

    [Fact]
    public void E6_A_person_who_steps_in_leaves_the_assistant_a_miss_that_was_not_unanswered()
    {
        _log.Client("10:00:00").Human("10:00:40");

        Assert.Equal(UnitFlags.AssistantTurn, Turn().Flags);
    }

    [Fact]
    public void E7_Thanks_after_a_booking_want_no_answer()
    {
        _log.Client("10:00:00").Booking("created", "10:00:01").Ai("10:00:02").Client("10:01:00", "Спасибо!");

        Assert.Single(_log.Turns());
    }

    [Fact]
    public void E8_An_answer_before_its_question_is_a_lying_clock_and_counts_only_there()
    {
        _log.Ai("10:00:00", with: content => content with { InReplyTo = "e2" }).Client("10:02:00");

        Assert.Empty(_log.Turns());
        Assert.Equal(("clock_skew", 1L), (Assert.Single(_log.Of(UnitKind.Flaw)).Label, _log.Of(UnitKind.Flaw)[0].Amount!.Value));
    }

    [Fact]
    public void E10_Two_bookings_for_one_lead_convert_it_once_and_are_two_visits()
    {
        _log.Lead("1 10:00").Visit("created", "1 10:01", "5 14:00", "B1").Visit("created", "1 10:02", "5 15:00", "B2").Visit("attended", "5 15:00", id: "B1").Visit("no_show", "5 16:00", id: "B2");

        var need = Assert.Single(_log.Needs());

        Assert.Equal((true, 2L), (need.Flags.HasFlag(UnitFlags.Converted), need.Amount!.Value));
        Assert.Equal((2, 2), (_log.Of(UnitKind.Visit).Count, _log.Of(UnitKind.Attendance).Count));
    }

    [Fact]
    public void E11_A_booking_moved_three_times_is_one_visit_at_its_last_start()
    {
        _log.Visit("created", "1 10:00", "3 14:00").Visit("rescheduled", "1 11:00", "5 14:00").Visit("rescheduled", "1 12:00", "7 14:00").Visit("rescheduled", "1 13:00", "9 14:00").Visit("attended", "9 15:00");

        Assert.Equal([StoryLog.At("9 14:00")], _log.Of(UnitKind.Visit).Select(unit => unit.At));
        Assert.Equal([(StoryLog.At("9 14:00"), UnitFlags.Came)], _log.Of(UnitKind.Attendance).Select(unit => (unit.At, unit.Flags)));
        Assert.Single(_log.Of(UnitKind.Booking));
    }

    [Fact]
    public void E12_A_move_after_confirming_leaves_the_old_month_and_is_pending_in_the_new_one()
    {
        _log.Visit("created", "1 10:00", "5 14:00").Visit("reminder.sent", "4 14:00", "5 14:00").Visit("confirmed", "4 15:00").Visit("rescheduled", "4 16:00", "25 14:00", actor: "human");

        Assert.Equal((StoryLog.At("25 14:00"), UnitFlags.Asked | UnitFlags.Silent), (_log.Of(UnitKind.Visit)[0].At, Visit()));
    }

    [Fact]
    public void E13_A_confirmation_ninety_minutes_before_is_late()
    {
        _log.Visit("created", "1 10:00", "5 14:00").Visit("reminder.sent", "4 14:00").Visit("confirmed", "5 12:30");

        Assert.Equal(UnitFlags.Asked | UnitFlags.Silent | UnitFlags.LateConfirmed, Visit());
    }

    [Fact]
    public void E14_Who_confirms_and_cancels_five_hours_before_has_declined()
    {
        _log.Visit("created", "1 10:00", "5 14:00").Visit("reminder.sent", "4 14:00").Visit("confirmed", "4 15:00").Visit("cancelled", "5 09:00");

        Assert.Equal(UnitFlags.Asked | UnitFlags.Declined, Visit());
    }

    [Fact]
    public void E15_A_booking_three_hours_ahead_is_outside_K3_and_inside_K4()
    {
        _log.Visit("created", "5 11:00", "5 14:00").Visit("attended", "5 15:00");

        Assert.Equal((UnitFlags.ShortAhead, UnitFlags.Came), (Visit(), Attendance()));
    }

    [Fact]
    public void E16_What_the_salon_cancels_after_confirmation_is_outside_both()
    {
        _log.Visit("created", "1 10:00", "5 14:00").Visit("reminder.sent", "4 14:00").Visit("confirmed", "4 15:00").Visit("cancelled", "5 09:00", data: """{"by":"staff"}""");

        Assert.Empty(_log.Of(UnitKind.Visit));
        Assert.Equal(UnitFlags.CancelledBySalon, Attendance());
    }

    [Fact]
    public void E17_Staff_beats_the_booking_system_and_the_two_differ()
    {
        _log.Visit("created", "1 10:00", "5 14:00").Visit("no_show", "5 15:00", actor: "human").Visit("attended", "5 16:00", actor: "system");

        Assert.Equal(UnitFlags.NoShow | UnitFlags.MarksDiffer, Attendance());
    }

    [Fact]
    public void E19_Each_of_a_group_counts_for_themselves()
    {
        _log.Visit("created", "1 10:00", "5 14:00", data: """{"attendees":["p1","p2","p3","p4","p5"]}""").Visit("attended", "5 15:00")
            .Visit("no_show", "5 15:01", data: """{"attendee":"p2"}""").Visit("no_show", "5 15:02", data: """{"attendee":"p4"}""");

        Assert.Equal((2, 3), (_log.Of(UnitKind.Attendance).Count(unit => unit.Flags == UnitFlags.NoShow), _log.Of(UnitKind.Attendance).Count(unit => unit.Flags == UnitFlags.Came)));
    }

    [Fact]
    public void E20_Who_did_not_come_and_comes_next_day_stays_a_no_show_and_is_won_back()
    {
        _log.Visit("created", "1 10:00", "5 14:00").Visit("no_show", "5 15:00").Visit("rescheduled", "5 16:00", "6 14:00").Visit("attended", "6 15:00");

        Assert.Equal([UnitFlags.NoShow | UnitFlags.Recovered, UnitFlags.Came], _log.Of(UnitKind.Attendance).Select(unit => unit.Flags));
    }

    [Fact]
    public void E21_A_greeting_alone_is_no_involvement()
    {
        _log.Ai("10:00", "Здравствуйте! Чем помочь?", data: """{"greeting":true}""").Client("10:01");

        Assert.Equal((true, false, false), (Has(UnitFlags.Inbound), Has(UnitFlags.Closable), Has(UnitFlags.Involved)));
    }

    [Fact]
    public void E22_Silence_after_a_question_is_a_drop()
    {
        _log.Client("10:00", with: Booking).Ai("10:01", "На какое время?", Booking);

        Assert.Equal((true, false), (Has(UnitFlags.Closable), Has(UnitFlags.AutoClosed)));
        Assert.Equal("booking.choose_time", Assert.Single(_log.Of(UnitKind.Spot)).Label);

        static AuditDashboard.Events.EventContent Booking(AuditDashboard.Events.EventContent content) => content with { Scenario = new("booking", "1", "choose_time") };
    }

    [Fact]
    public void E23_Who_comes_back_with_the_same_need_was_not_closed_for_good()
    {
        _log.Client("5 10:00", with: Price).Ai("5 10:01", "1800 ₽.").Client("8 10:00", with: Price).Ai("8 10:01", "1800 ₽.");

        var first = _log.Sessions("30 12:00")[0];

        Assert.Equal((StoryLog.At("5 10:00"), true, false), (first.At, first.Flags.HasFlag(UnitFlags.AutoClosed), first.Flags.HasFlag(UnitFlags.Durable)));

        static AuditDashboard.Events.EventContent Price(AuditDashboard.Events.EventContent content) => content with { Intent = new("price.ask", 0.9) };
    }

    [Fact]
    public void E24_Who_only_reads_takes_nothing_over()
    {
        _log.Client("10:00").Ai("10:01", "1800 ₽.").Add("escalation.accepted", "10:02", content => content with { Actor = "human" });

        Assert.True(Has(UnitFlags.AutoClosed));
    }

    [Theory]
    [InlineData("limit", true)]
    [InlineData("error", true)]
    [InlineData("client_asked", false)]
    public void E25_A_limit_is_a_technical_cause(string reason, bool technical)
    {
        _log.Client("10:00").Add("escalation.requested", "10:01", data: $$"""{"reason":"{{reason}}"}""");

        Assert.Equal((true, technical), (Has(UnitFlags.Escalated), Has(UnitFlags.Technical)));
        Assert.Equal(reason, Assert.Single(_log.Of(UnitKind.Cause)).Label);
    }

    [Fact]
    public void E26_A_campaign_nobody_answers_is_in_no_number()
    {
        _log.Ai("10:00", "Скидки недели", data: """{"campaign":true}""");

        Assert.Empty(_log.Turns());
        Assert.Equal((false, false, false), (Has(UnitFlags.Inbound), Has(UnitFlags.Closable), Has(UnitFlags.Escalatable)));
    }

    [Fact]
    public void E27_Answers_of_two_releases_make_a_mixed_session_of_the_first()
    {
        _log.Client("10:00").Ai("10:01", with: content => content with { Release = "r1" }).Client("10:02").Ai("10:03", with: content => content with { Release = "r2" });

        Assert.Equal(("r1", true), (_log.Sessions()[0].Release, Has(UnitFlags.Mixed)));
        Assert.Equal(["r1", "r2"], _log.Turns().Select(turn => turn.Release));
    }

    [Fact]
    public void E36_Nothing_of_ten_is_an_interval_and_not_a_point()
    {
        var share = Wilson.Share(0, 10);

        Assert.Equal((0, 0.278), (share.Low!.Value, Math.Round(share.High!.Value, 3)));
    }

    private KpiUnit Turn() => Assert.Single(_log.Turns());

    private UnitFlags Visit() => Assert.Single(_log.Of(UnitKind.Visit)).Flags;

    private UnitFlags Attendance() => Assert.Single(_log.Of(UnitKind.Attendance)).Flags;

    private bool Has(UnitFlags flag) => Assert.Single(_log.Sessions()).Flags.HasFlag(flag);
}
