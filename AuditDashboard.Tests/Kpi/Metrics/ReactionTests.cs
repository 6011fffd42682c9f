using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Kpi.Metrics;

/// <summary>K18 (product.md section 3.13), by hand-made vectors. The visit is on the 12th at 15:00, the first reminder on the 11th at 15:00.</summary>
public sealed class ReactionTests
{
    private readonly StoryLog _log = new();

    [Fact]
    public void A_button_or_a_word_that_confirms_is_a_yes_with_its_time()
    {
        Booked().Reminder("11 15:00").Client("11 15:14", "да");

        Assert.Equal("yes 840000", Said());
    }

    [Fact]
    public void A_wish_to_move_and_a_move_are_a_move()
    {
        Booked().Reminder("11 15:00").Visit("changed", "11 15:05", actor: "client", data: """{"wish":"reschedule"}""");

        Assert.Equal("move 300000", Said());
    }

    [Fact]
    public void A_refusal_is_a_no()
    {
        Booked().Reminder("11 15:00").Visit("declined", "11 16:00", actor: "client");

        Assert.Equal("no 3600000", Said());
    }

    [Fact]
    public void Other_words_within_a_day_are_a_question_and_later_ones_are_silence()
    {
        Booked("14 15:00").Reminder("11 15:00").Client("12 15:00", "А парковка у вас есть?");
        Assert.Equal("question 86400000", Said());

        _log.Events.Clear();
        Booked("14 15:00").Reminder("11 15:00").Client("12 15:01", "А парковка у вас есть?");
        Assert.Equal("silent", Said());
    }

    [Fact]
    public void What_did_not_arrive_is_undelivered_unless_the_client_answered_after_all()
    {
        Booked().Reminder("11 15:00").Add("delivery.failed", "11 15:00:30", content => content with { InReplyTo = "e2" });
        Assert.Equal("undelivered", Said());

        _log.Visit("confirmed", "11 15:10", actor: "client");
        Assert.Equal("yes 600000", Said());
    }

    [Fact]
    public void Of_two_reminders_each_has_what_came_before_the_next()
    {
        Booked().Reminder("11 15:00").Reminder("12 12:00").Client("12 12:20", "приду");

        Assert.Equal("silent, yes 1200000", Said());
    }

    [Fact]
    public void A_trial_lesson_is_booked_reminded_reacted_to_attended_and_bought_within_14_days()
    {
        Trial("booked", "10 12:00");
        _log.Reminder("11 15:00", "T1").Client("11 15:10", "да");
        Trial("attended", "12 16:00").Add("trial.bought", "26 16:00", content => content with { Booking = new("T1", null, null, null, null, null, null) });

        Assert.Equal(UnitFlags.TrialReminded | UnitFlags.TrialReacted | UnitFlags.TrialCame | UnitFlags.TrialBought, Assert.Single(_log.Of(UnitKind.Trial)).Flags);
    }

    [Fact]
    public void Who_buys_after_the_14_days_has_come_and_not_bought_and_nobody_buys_who_did_not_come()
    {
        Trial("booked", "10 12:00");
        Trial("attended", "12 16:00");
        Trial("bought", "26 16:01");
        Assert.Equal(UnitFlags.TrialCame, Assert.Single(_log.Of(UnitKind.Trial)).Flags);

        _log.Events.Clear();
        Trial("booked", "10 12:00");
        Trial("bought", "11 12:00");
        Assert.Equal(UnitFlags.None, Assert.Single(_log.Of(UnitKind.Trial)).Flags);
    }

    private StoryLog Booked(string start = "12 15:00") => _log.Visit("created", "10 10:00", start);

    private StoryLog Trial(string what, string at) =>
        _log.Add("trial." + what, at, content => content with { Booking = new EventContent.BookingPart("T1", null, null, null, null, null, null) });

    private string Said() => string.Join(", ", _log.Of(UnitKind.Reaction).Select(unit => $"{unit.Label} {unit.WaitMs}".Trim()));
}
