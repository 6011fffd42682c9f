using AuditDashboard.Demo;
using AuditDashboard.Tests.Demo.Counting;

namespace AuditDashboard.Tests.Demo;

/// <summary>The story line of product.md section 7.3, where events carry it.</summary>
public sealed class DemoStoryTests
{
    private static readonly DemoCount Count = new(DemoPreset.Demo, new DateOnly(2026, 11, 24));

    [Fact]
    public void Volumes_are_those_of_the_frame()
    {
        Assert.InRange(Count.Events.Count, 57_000, 64_000);
        Assert.InRange(Count.Sessions.Count(session => session.Inbound), 4_050, 4_300);
        Assert.InRange(Count.Events.Count(e => e.Type == "message.received"), 18_000, 20_000);
        Assert.InRange(Of("lead.created").Count, 2_300, 2_500);
        Assert.InRange(Of("booking.created").Count, 2_550, 2_800);
        Assert.InRange(Of("call.started").Count + Of("call.missed").Count, 600, 680);
        Assert.InRange(Of("intent.labelled").Count, 400, 480);
        Assert.InRange(Of("consent.revoked").Count, 11, 13);
        Assert.InRange(Of("complaint.opened").Count, 33, 50);
    }

    [Fact]
    public void Tiny_is_a_week()
    {
        var tiny = new DemoCount(DemoPreset.Tiny, new DateOnly(2026, 11, 24));

        Assert.InRange(tiny.Sessions.Count(session => session.Inbound), 300, 345);
        Assert.Contains(tiny.Events, e => e.Type == "booking.no_show");
    }

    [Fact]
    public void The_third_release_answers_from_its_activation_until_it_is_rolled_back()
    {
        var rolledBack = Assert.Single(Of("release.rolled_back"));
        var answers = Of("message.sent").Where(e => e.Release == "salon-1.2").ToList();

        Assert.True(Count.IsIn(rolledBack.Time, 56, 56));
        Assert.Equal(new TimeSpan(14, 20, 0), rolledBack.Time.TimeOfDay);
        Assert.Contains(Of("release.acked"), e => e.Time == rolledBack.Time.AddSeconds(38) && e.Release == "salon-1.1");
        Assert.True(Count.IsIn(answers[0].Time, 52, 52));
        Assert.InRange(answers[^1].Time, rolledBack.Time.AddHours(-2), rolledBack.Time.AddSeconds(38));
        Assert.All(Of("message.sent").Where(e => e.Release is not null && e.Time > rolledBack.Time.AddSeconds(38)).Take(10), e => Assert.Equal("salon-1.1", e.Release));
    }

    [Fact]
    public void A_fifth_of_the_clients_get_the_fourth_release_a_week_early()
    {
        var answers = Of("message.sent").Where(e => e is { Release: not null } && Count.IsIn(e.Time, 65, 69)).ToList();

        Assert.InRange(answers.Count(e => e.Release == "salon-1.3") / (double)answers.Count, 0.14, 0.27);
        Assert.All(Of("message.sent").Where(e => e.Release is not null && Count.IsIn(e.Time, 71, 90)), e => Assert.Equal("salon-1.3", e.Release));
    }

    [Fact]
    public void Nothing_comes_from_telegram_during_the_outage_and_nine_come_when_it_is_over()
    {
        var day = Count.Events.Where(e => e.Channel == "telegram" && Count.IsIn(e.Time, 41, 41)).ToList();
        var warning = Assert.Single(day, e => e.Type == "channel.warning");

        Assert.Equal(new TimeSpan(13, 16, 0), warning.Time.TimeOfDay);
        Assert.DoesNotContain(day, e => e.Type == "message.received" && e.Time.TimeOfDay >= new TimeSpan(13, 10, 0) && e.Time.TimeOfDay < new TimeSpan(16, 0, 0));
        Assert.Equal(9, day.Count(e => e.Flag("delayed")));
    }

    [Fact]
    public void Reminders_by_themselves_start_on_day_29()
    {
        var automatic = Of("reminder.sent").Where(e => e.Actor == "ai").ToList();

        Assert.True(Count.IsIn(automatic[0].Time, 28, 29));
        Assert.All(automatic, e => Assert.InRange(e.Time.TimeOfDay, new TimeSpan(9, 0, 0), new TimeSpan(21, 0, 0)));
        Assert.All(automatic.GroupBy(e => (e.Booking, e.Said("rule"))), same => Assert.Single(same));
    }

    [Fact]
    public void Confirmations_climb_week_by_week()
    {
        double[] weeks = [.. Enumerable.Range(0, 7).Select(week => Count.Confirmed(29 + (7 * week), 35 + (7 * week)))];

        Assert.All(weeks.Zip([62.0, 65, 69, 72, 76, 79, 82]), week => Assert.InRange(week.First, week.Second - 5, week.Second + 5));
    }

    [Fact]
    public void Eight_are_booked_twice_and_six_of_the_second_bookings_are_withdrawn()
    {
        var calls = Of("booking.created").Where(e => e is { Channel: "phone", Session: not null } && e.Session.EndsWith("-call", StringComparison.Ordinal)).ToList();

        Assert.Equal(8, calls.Count);
        Assert.All(calls, call => Assert.Contains(Of("booking.created"), first => first != call && first.Start == call.Start && Count.Person(first) == Count.Person(call)));
        Assert.Equal(6, Of("booking.cancelled").Count(e => e.Said("reason") == "duplicate"));
    }

    [Fact]
    public void WhatsApp_loses_more_and_more_reminders()
    {
        var lost = Of("delivery.failed");

        Assert.InRange(lost.Count(e => Count.IsIn(e.Time, 84, 90)), 5, 60);
        Assert.All(lost, e => Assert.Equal("whatsapp", e.Channel));
        Assert.True(lost.Count(e => Count.IsIn(e.Time, 84, 90)) > lost.Count(e => Count.IsIn(e.Time, 70, 76)));
    }

    [Theory]
    [InlineData("salon-1.0", 87)]
    [InlineData("salon-1.3", 93)]
    public void Reviewers_find_how_well_a_release_understands(string release, double expected)
    {
        var labels = Of("intent.labelled").Where(e => e.Release == release && e.Said("verdict") != "unclear" && e.Said("reviewer")!.StartsWith('М')).ToList();

        Assert.InRange(100.0 * labels.Count(e => e.Said("verdict") == "correct") / labels.Count, expected - 5, expected + 5);
    }

    [Fact]
    public void The_third_release_asks_for_the_hour_again_and_again()
    {
        var loops = Of("message.sent").Where(e => e.Text == "Подскажите, какое время вам удобно?").ToList();

        Assert.NotEmpty(loops);
        Assert.All(loops, e => Assert.Equal("salon-1.2", e.Release));
    }

    [Fact]
    public void On_day_61_a_client_claims_a_discount_and_a_person_takes_note()
    {
        var claim = Assert.Single(Of("message.received"), e => e.Text?.StartsWith("Ассистент обещал мне скидку", StringComparison.Ordinal) == true);

        Assert.True(Count.IsIn(claim.Time, 61, 61));
        Assert.Contains(Of("complaint.opened"), e => e.Session == claim.Session);
        Assert.Contains(Of("message.sent"), e => e.Session == claim.Session && e.Actor == "human");
    }

    [Fact]
    public void The_west_stays_away_more_often() => Assert.InRange(Count.NoShow(57, 90, "west"), 14, 20);

    private static IReadOnlyList<CountedEvent> Of(string type) => [.. Count.Events.Where(e => e.Type == type)];
}
