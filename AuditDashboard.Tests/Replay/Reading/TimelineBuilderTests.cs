using AuditDashboard.Conversations;
using AuditDashboard.Replay;
using AuditDashboard.Replay.Reading;

namespace AuditDashboard.Tests.Replay.Reading;

public sealed class TimelineBuilderTests
{
    [Fact]
    public void A_gap_is_shown_no_shorter_than_1_6_and_no_longer_than_7_seconds()
    {
        var talk = new Talk().Says(0, "Здравствуйте").Answers(0.2, "Добрый день").Says(4.2, "Сколько?").Says(60_000, "Алло");

        var timeline = Build(talk);

        Assert.Equal([0, 1.6, 5.6, 12.6], timeline.Items.Select(item => Math.Round(item.Position, 6)));
        Assert.Equal(13.6, timeline.Length, 6);
    }

    [Fact]
    public void A_pause_over_a_minute_is_a_break_and_over_an_hour_a_labelled_one()
    {
        var talk = new Talk().Says(0, "а").Says(60, "б").Says(120.5, "в").Says(120.5 + 3601, "г");

        var timeline = Build(talk);

        Assert.Equal([false, true], timeline.Breaks.Select(pause => pause.Labelled));
        Assert.Equal([10.5, 17.5], timeline.Breaks.Select(pause => pause.Position));
        Assert.Equal(TimeSpan.FromSeconds(3601), timeline.Breaks[1].Gap);
    }

    [Fact]
    public void Events_stand_in_the_order_of_their_moments_whatever_order_they_came_in()
    {
        var talk = new Talk().Says(10, "второе").Says(0, "первое").Says(10, "третье");

        var timeline = Build(talk);

        Assert.Equal(["первое", "второе", "третье"], timeline.Items.Select(item => item.Text));
        Assert.Equal([1, 2, 3], timeline.Items.Select(item => item.Number));
    }

    [Fact]
    public void Latency_runs_from_the_first_message_of_the_turn_to_the_first_substantive_answer()
    {
        var talk = new Talk()
            .Says(0, "Здравствуйте").Says(1, "Сколько стоит стрижка?")
            .Answers(1.5, "Секунду", """{"ack":true}""").Answers(4.7, "1 800 ₽").Answers(5, "Записать?");

        var timeline = Build(talk);

        var bar = Assert.Single(timeline.Bars);
        Assert.Equal((4700, true), (bar.WaitMs, bar.IsSlow));
        Assert.Equal((timeline.Items[0].Position, timeline.Items[3].Position), (bar.From, bar.To));
        Assert.Equal([null, null, null, 4700L, null], timeline.Items.Select(item => item.WaitMs));
    }

    [Fact]
    public void Three_seconds_exactly_are_not_slow()
    {
        var timeline = Build(new Talk().Says(0, "Цена?").Answers(3, "1 800 ₽"));

        Assert.False(timeline.Bars[0].IsSlow);
        Assert.Equal(0, timeline.Facts.Response.Slow);
    }

    [Fact]
    public void A_persons_answer_has_its_wait_but_no_bar_and_the_turn_it_rescued_was_slow()
    {
        var talk = new Talk().Says(0, "Позовите человека").HumanAnswers(146, "Я здесь").Says(200, "Можно в 14?").HumanAnswers(230, "Да");

        var timeline = Build(talk);

        Assert.Equal(146_000, timeline.Items[1].WaitMs);
        Assert.Empty(timeline.Bars);
        Assert.Equal(new TimelineFacts(TimeSpan.FromSeconds(230), new Episode.Response(null, 1)), timeline.Facts);
    }

    [Fact]
    public void Facts_give_the_median_by_nearest_rank_and_count_slow_and_unanswered_turns()
    {
        var talk = new Talk()
            .Says(0, "а").Answers(1, "1").Says(100, "б").Answers(102, "2").Says(200, "в").Answers(204, "4").Says(300, "г");

        var facts = Build(talk, after: TimeSpan.FromMinutes(11)).Facts;

        Assert.Equal(new TimelineFacts(TimeSpan.FromSeconds(300), new Episode.Response(2000, 2)), facts);
    }

    [Fact]
    public void A_turn_that_may_still_be_answered_is_not_counted_yet()
    {
        var talk = new Talk().Says(0, "Сколько?");

        Assert.Equal(0, Build(talk, after: TimeSpan.FromMinutes(10)).Facts.Response.Slow);
        Assert.Equal(1, Build(talk, after: TimeSpan.FromMinutes(10) + TimeSpan.FromMilliseconds(1)).Facts.Response.Slow);
    }

    [Theory]
    [InlineData("Спасибо!", null)]
    [InlineData("  до   свидания :)", null)]
    [InlineData("да, всё понятно", "thanks")]
    public void A_closing_word_waits_for_no_answer(string text, string? intent)
    {
        var talk = new Talk().Says(0, text, intent).Answers(8, "Хорошего дня");

        Assert.Empty(Build(talk).Bars);
    }

    [Fact]
    public void An_answer_of_the_same_millisecond_has_a_bar_whichever_came_first()
    {
        var talk = new Talk().Happens(0, "message.sent", content => content with { InReplyTo = "e-2" }).Says(0, "Сколько?");

        var bar = Assert.Single(Build(talk).Bars);

        Assert.Equal((0, 1.6, 0), (bar.From, bar.To, bar.WaitMs));
    }

    [Fact]
    public void An_answer_older_than_its_question_has_neither_wait_nor_bar()
    {
        var talk = new Talk().Happens(0, "message.sent", content => content with { InReplyTo = "e-2" }).Says(9, "Сколько?");

        var timeline = Build(talk);

        Assert.Empty(timeline.Bars);
        Assert.All(timeline.Items, item => Assert.Null(item.WaitMs));
        Assert.Equal(new Episode.Response(null, 0), timeline.Facts.Response);
    }

    [Fact]
    public void Turns_of_the_clients_other_dialogs_are_left_out()
    {
        var talk = new Talk().Says(0, "Сколько?").Answers(5, "1 800 ₽");

        var timeline = TimelineBuilder.Build([.. talk.Events.Skip(1)], talk.Turns(talk.End));

        Assert.Equal(new Episode.Response(null, 0), timeline.Facts.Response);
    }

    [Fact]
    public void An_empty_dialog_has_an_empty_timeline()
    {
        var timeline = TimelineBuilder.Build([], []);

        Assert.Empty(timeline.Items);
        Assert.Equal(1, timeline.Length);
    }

    private static Timeline Build(Talk talk, TimeSpan? after = null) =>
        TimelineBuilder.Build(talk.Events, talk.Turns(talk.End + (after ?? TimeSpan.Zero)));
}
