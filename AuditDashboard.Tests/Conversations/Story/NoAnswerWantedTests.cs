using AuditDashboard.Events;

namespace AuditDashboard.Tests.Conversations.Story;

public sealed class NoAnswerWantedTests
{
    private readonly StoryLog _log = new();

    [Theory]
    [InlineData("Спасибо!")]
    [InlineData("  «Спасибо   БОЛЬШОЕ» 🙏🙏")]
    [InlineData("до свидания…")]
    [InlineData("Thank you.")]
    [InlineData("bye")]
    public void Thanks_and_goodbyes_open_no_turn(string text)
    {
        _log.Booking("created", "09:59").Client("10:00:00", text);

        Assert.Empty(_log.Turns());
    }

    [Theory]
    [InlineData("Спасибо, а можно в субботу")]
    [InlineData("спасибо1")]
    [InlineData("+спасибо")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("🙏")]
    public void Anything_more_than_thanks_opens_a_turn(string? text)
    {
        _log.Client("10:00:00", text);

        Assert.Single(_log.Turns());
    }

    [Theory]
    [InlineData("thanks", "Очень приятно", 0)]
    [InlineData("bye", "ладно", 0)]
    [InlineData("booking.create", "Спасибо", 1)]
    [InlineData("ok", "спасибо", 1)]
    public void An_intent_beats_the_words(string intent, string text, int turns)
    {
        _log.Client("10:00:00", text, content => content with { Intent = new EventContent.IntentPart(intent, 0.9) });

        Assert.Equal(turns, _log.Turns().Count);
    }

    [Theory]
    [InlineData("""{"needsReply":false}""", 0)]
    [InlineData("""{"needsReply":"false"}""", 1)]
    [InlineData("""{"needsReply":true}""", 1)]
    public void The_bot_may_say_that_no_answer_is_wanted(string data, int turns)
    {
        _log.Client("10:00:00", data: data);

        Assert.Equal(turns, _log.Turns().Count);
    }

    [Theory]
    [InlineData("created", 0)]
    [InlineData("confirmed", 0)]
    [InlineData("rescheduled", 0)]
    [InlineData("cancelled", 0)]
    [InlineData("declined", 0)]
    [InlineData("changed", 1)]
    public void A_sticker_after_a_booking_is_a_goodbye(string booking, int turns)
    {
        _log.Add("chat.started", "09:50").Booking(booking, "09:59").Client("10:00:00", null, data: """{"sticker":true}""");

        Assert.Equal(turns, _log.Turns().Count);
    }

    [Fact]
    public void A_sticker_before_any_booking_is_a_question()
    {
        _log.Client("10:00:00", null, data: """{"sticker":true}""").Booking("created", "10:00:30");

        Assert.Single(_log.Turns());
    }

    [Theory]
    [InlineData("message.edited")]
    [InlineData("message.deleted")]
    [InlineData("reaction.received")]
    [InlineData("delivery.read")]
    [InlineData("chat.started")]
    [InlineData("something.new")]
    public void Other_events_open_and_close_nothing(string type)
    {
        _log.Add(type, "09:59:00").Client("10:00:00").Add(type, "10:00:01").Ai("10:00:02").Add(type, "10:00:03");

        Assert.Equal(2000, Assert.Single(_log.Turns()).WaitMs);
    }

    [Theory]
    [InlineData("rem:ok:B1", 0)]
    [InlineData("rem:no:B1", 0)]
    [InlineData("rem:mv:B1", 0)]
    [InlineData("rem:ok:B2", 1)]
    [InlineData("rem:hm:B1", 1)]
    [InlineData("rem:ok:", 1)]
    [InlineData("slot:10-00", 1)]
    public void A_press_on_a_reminder_of_an_own_booking_opens_no_turn(string payload, int turns)
    {
        _log.Booking("created", "9 10:00").Client("10:00:00", "Да", content => content with { Kind = "button" }, $$"""{"payload":"{{payload}}"}""");

        Assert.Equal(turns, _log.Turns().Count);
    }

    [Fact]
    public void The_object_form_of_a_press_is_the_same()
    {
        _log.Booking("created", "9 10:00").Client("10:00:00", "Да", content => content with { Kind = "button" }, """{"payload":{"cmd":"rem","a":"ok","id":"B1"}}""");

        Assert.Empty(_log.Turns());
    }

    [Theory]
    [InlineData("да")]
    [InlineData("+")]
    [InlineData("1")]
    [InlineData("Буду!")]
    [InlineData("приду")]
    [InlineData("Подтверждаю.")]
    [InlineData("ок 👌")]
    public void A_bare_yes_to_a_reminder_opens_no_turn_and_confirms(string text)
    {
        _log.Reminder("9 12:00").Client("10:00:00", text);

        var story = _log.Fold();

        Assert.Empty(_log.Turns());
        Assert.Equal(["B1"], story.Events[1].ConfirmsBookings);
    }

    [Fact]
    public void A_yes_answers_only_as_the_first_message_after_the_reminder()
    {
        _log.Reminder("09:00").Client("10:00:00", "Сколько стоит окрашивание?").Ai("10:00:01").Client("10:00:05", "да").Ai("10:00:06");

        Assert.Equal(2, _log.Turns().Count);
    }

    [Theory]
    [InlineData("10:00:00.000", 0)]
    [InlineData("10:00:00.001", 1)]
    public void A_yes_answers_for_a_day(string answer, int turns)
    {
        _log.Reminder("9 10:00").Client(answer, "да");

        Assert.Equal(turns, _log.Turns().Count);
    }

    [Fact]
    public void A_yes_in_another_channel_or_without_a_booking_answers_no_reminder()
    {
        _log.Reminder("09:00").Add("reminder.sent", "09:30", content => content with { Channel = "max" });
        _log.Client("10:00:00", "да", content => content with { Channel = "max", Session = "s2" });

        Assert.Single(_log.Turns());
    }
}
