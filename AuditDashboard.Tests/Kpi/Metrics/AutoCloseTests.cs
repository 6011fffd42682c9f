using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Kpi.Metrics;

public sealed class AutoCloseTests
{
    private const UnitFlags K5 = UnitFlags.Closable | UnitFlags.AutoClosed | UnitFlags.Confirmed | UnitFlags.Durable;
    private readonly StoryLog _log = new();

    [Fact]
    public void An_answered_session_is_closed_automatically_and_assumed()
    {
        _log.Client("10:00:00").Ai("10:00:01");

        Assert.Equal(UnitFlags.Closable | UnitFlags.AutoClosed | UnitFlags.Durable, Flags());
        Assert.Equal(UnitFlags.None, Flags("10:05"));
    }

    [Fact]
    public void A_greeting_alone_is_no_involvement()
    {
        _log.Client("10:00:00").Ai("10:00:01", data: """{"greeting":true}""");

        Assert.Equal(UnitFlags.None, Flags());
    }

    [Fact]
    public void An_answer_before_the_client_spoke_is_no_involvement()
    {
        _log.Add("chat.started", "09:59").Ai("10:00:00").Client("10:00:01", "Спасибо");

        Assert.Equal(UnitFlags.None, Flags());
    }

    [Fact]
    public void Silence_after_a_question_is_not_closed_automatically()
    {
        _log.Client("10:00:00").Ai("10:00:01", "На какое время?");

        Assert.Equal(UnitFlags.Closable, Flags());
    }

    [Fact]
    public void A_human_answer_or_a_call_for_one_is_not_automatic()
    {
        _log.Client("10:00:00").Ai("10:00:01").Human("10:00:30");
        Assert.Equal(UnitFlags.Closable, Flags());

        var called = new StoryLog().Client("10:00:00").Ai("10:00:01").Add("escalation.requested", "10:01");
        Assert.Equal(UnitFlags.Closable, called.Sessions()[0].Flags & K5);
    }

    [Fact]
    public void A_person_who_only_reads_or_joins_after_the_close_changes_nothing()
    {
        _log.Client("10:00:00").Ai("10:00:01").Add("access.viewed", "10:00:10").Add("escalation.accepted", "10:00:20").Add("session.closed", "10:05").Human("10:06");

        Assert.True(Flags().HasFlag(UnitFlags.AutoClosed));
    }

    [Theory]
    [InlineData("Спасибо!", null)]
    [InlineData("Хорошо", null)]
    [InlineData("ага", "ok")]
    public void The_clients_word_confirms(string text, string? intent)
    {
        _log.Client("10:00:00").Ai("10:00:01");
        _log.Client("10:00:10", text, content => intent is null ? content : content with { Intent = new EventContent.IntentPart(intent, 1) }).Ai("10:00:11", "Ждём вас.");

        Assert.Equal(K5, Flags());
    }

    [Fact]
    public void A_booking_confirms_but_a_word_of_the_bot_does_not()
    {
        _log.Client("10:00:00").Ai("10:00:01").Booking("created", "10:01");
        Assert.Equal(K5, Flags());

        var declared = new StoryLog().Client("10:00:00").Ai("10:00:01", "Записать?").Add("session.closed", "10:05", data: """{"outcome":"booked"}""");
        Assert.Equal(UnitFlags.Closable | UnitFlags.AutoClosed | UnitFlags.Durable, declared.Sessions()[0].Flags & K5);
    }

    [Theory]
    [InlineData("price", "13 12:00", false)]
    [InlineData("booking", "13 12:00", true)]
    [InlineData("price", "17 22:00:01", false)]
    [InlineData("price", "17 22:00:01.001", true)]
    public void A_client_who_returns_with_the_same_need_within_a_week_was_not_closed_for_good(string need, string returns, bool durable)
    {
        _log.Client("10:00:00", with: Needs("price")).Ai("10:00:01").Client(returns, with: Needs(need)).Ai("29 10:00");

        Assert.Equal(durable, Flags().HasFlag(UnitFlags.Durable));
        Assert.True(Flags().HasFlag(UnitFlags.AutoClosed));
    }

    [Fact]
    public void An_unknown_need_is_never_the_same_need()
    {
        _log.Client("10:00:00").Ai("10:00:01").Client("12 10:00").Ai("12 10:00:01");

        Assert.True(Flags().HasFlag(UnitFlags.Durable));
    }

    [Fact]
    public void A_proactive_session_with_the_same_need_is_no_return()
    {
        _log.Client("10:00:00", with: Needs("price")).Ai("10:00:01").Ai("12 10:00", with: Needs("price"));

        Assert.True(Flags().HasFlag(UnitFlags.Durable));
    }

    [Theory]
    [InlineData("B1", "11 09:00", false)]
    [InlineData("B2", "11 09:00", true)]
    [InlineData("B1", "11 22:00:01", false)]
    [InlineData("B1", "11 22:00:01.001", true)]
    [InlineData("B1", "09:00", true)]
    public void A_call_about_the_sessions_booking_within_a_day_undoes_it(string booking, string call, bool durable)
    {
        _log.Client("10:00:00").Ai("10:00:01").Booking("created", "10:00:01");
        _log.Session = "call";
        _log.Add("call.answered", call, content => content with { Channel = "phone", Booking = new(booking, null, null, null, null, null, null) });

        var unit = _log.Sessions().Single(session => session.At == StoryLog.At("10:00"));

        Assert.Equal(durable, unit.Flags.HasFlag(UnitFlags.Durable));
    }

    private UnitFlags Flags(string now = "30 12:00") => _log.Sessions(now)[0].Flags & K5;

    private static Func<EventContent, EventContent> Needs(string need) =>
        content => content with { Scenario = new EventContent.ScenarioPart(need, null, null) };
}
