using AuditDashboard.Events;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class OutcomeTests
{
    private readonly StoryLog _log = new();

    [Theory]
    [InlineData("created", null, "booked")]
    [InlineData("confirmed", null, "confirmed")]
    [InlineData("rescheduled", null, "rescheduled")]
    [InlineData("declined", null, "cancelled_by_client")]
    [InlineData("cancelled", null, "cancelled_by_client")]
    [InlineData("cancelled", """{"by":"client"}""", "cancelled_by_client")]
    [InlineData("cancelled", """{"by":"staff"}""", "answered")]
    [InlineData("cancelled", """{"by":"system"}""", "answered")]
    [InlineData("changed", null, "answered")]
    public void A_booking_event_decides_the_outcome(string type, string? data, string outcome)
    {
        _log.Client("10:00:00").Ai("10:00:01").Booking(type, "10:01", data: data);

        Assert.Equal(outcome, Outcome());
    }

    [Fact]
    public void A_new_booking_beats_what_came_after_and_else_the_last_one_holds()
    {
        _log.Client("10:00:00").Booking("confirmed", "10:01").Booking("declined", "10:02");

        Assert.Equal("cancelled_by_client", Outcome());

        _log.Booking("created", "10:00:30", "B2");

        Assert.Equal("booked", Outcome());
    }

    [Fact]
    public void A_yes_to_a_reminder_confirms_the_session()
    {
        _log.Reminder("09:00").Client("10:00:00", "да");

        Assert.Equal("confirmed", Outcome());
    }

    [Fact]
    public void What_happens_after_the_close_changes_no_outcome()
    {
        _log.Client("10:00:00").Ai("10:00:01").Add("session.closed", "10:05").Booking("created", "10:06");

        Assert.Equal("answered", Outcome());
    }

    [Theory]
    [InlineData("booked", "booked")]
    [InlineData("abandoned", "abandoned")]
    [InlineData("answered", "answered")]
    [InlineData("unanswered", "abandoned")]
    [InlineData("great", "abandoned")]
    public void The_bot_may_name_the_outcome_when_it_closes(string word, string outcome)
    {
        _log.Client("10:00:00").Ai("10:00:01", "На какое время?").Add("session.closed", "10:05", data: $$"""{"outcome":"{{word}}"}""");

        Assert.Equal(outcome, Outcome());
    }

    [Theory]
    [InlineData("На какое время?", null, "abandoned")]
    [InlineData("На какое время? 😊»)", null, "abandoned")]
    [InlineData("Свободно в 12. Записать?..", null, "answered")]
    [InlineData("Свободно в 12? Да!", null, "answered")]
    [InlineData("На какое время?", """{"question":false}""", "answered")]
    [InlineData("Выберите время", """{"question":true}""", "abandoned")]
    [InlineData(null, null, "answered")]
    public void Silence_after_a_question_is_a_drop_and_after_an_answer_is_none(string? text, string? data, string outcome)
    {
        _log.Client("10:00:00").Ai("10:00:01", text, data: data);

        Assert.Equal(outcome, Outcome());
    }

    [Fact]
    public void Thanks_as_the_last_word_of_the_client_is_an_answer()
    {
        _log.Client("10:00:00").Ai("10:00:01").Client("10:00:10", "Спасибо!").Ai("10:00:11", "Что-то ещё?");

        Assert.Equal("answered", Outcome());
    }

    [Fact]
    public void The_clients_word_as_the_last_is_unanswered()
    {
        _log.Client("10:00:00").Ai("10:00:01").Client("10:05:00").Ai("10:05:01", data: """{"ack":true}""");

        Assert.Equal("unanswered", Outcome());
    }

    [Fact]
    public void An_open_session_has_only_the_outcome_of_its_bookings()
    {
        _log.Client("10:00:00").Ai("10:00:01");
        Assert.Null(Assert.Single(_log.Fold("10:01").Episodes).Outcome);

        _log.Booking("created", "10:00:30");
        Assert.Equal("booked", Assert.Single(_log.Fold("10:01").Episodes).Outcome);
    }

    [Fact]
    public void A_session_needs_its_first_scenario_else_the_first_part_of_its_first_intent()
    {
        _log.Client("10:00:00", with: content => content with { Intent = new EventContent.IntentPart("booking.create", 1) });
        Assert.Equal("booking", Assert.Single(_log.Fold().Episodes).Need);

        _log.Ai("10:00:01", with: content => content with { Scenario = new EventContent.ScenarioPart("price", null, null) });
        Assert.Equal("price", Assert.Single(_log.Fold().Episodes).Need);
    }

    private string? Outcome() => _log.Fold().Episodes[^1].Outcome;
}
