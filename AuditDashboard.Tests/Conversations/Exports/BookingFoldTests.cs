using System.Globalization;
using AuditDashboard.Conversations.Exports;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Exports;

public sealed class BookingFoldTests
{
    private readonly BookingLedger _ledger = new();
    private long _seq;

    [Fact]
    public void What_was_said_before_the_last_move_is_void()
    {
        Say("created", "01", start: "10");
        Say("confirmed", "02");
        Say("no_show", "03", actor: "human");
        Say("rescheduled", "04", start: "12");

        Assert.Equal(("created", null, 1, 12), Told());
    }

    [Theory]
    [InlineData("", "created")]
    [InlineData("confirmed ai", "confirmed")]
    [InlineData("confirmed ai, declined client", "declined")]
    [InlineData("confirmed human, declined ai", "confirmed")]
    [InlineData("cancelled client", "cancelled")]
    [InlineData("cancelled client, confirmed client", "confirmed")]
    [InlineData("cancelled staff, confirmed client", "cancelled")]
    public void The_latest_word_holds_but_a_persons_before_the_assistants_and_the_salons_cancelling_for_good(string said, string plan)
    {
        Say("created", "01", start: "10");
        Tell(said);

        Assert.Equal(plan, Told().Plan);
    }

    [Theory]
    [InlineData("attended ai", null)]
    [InlineData("attended system, no_show system", "no_show")]
    [InlineData("no_show human, attended system", "no_show")]
    public void A_persons_mark_beats_a_systems_and_the_assistants_is_only_a_hint(string said, string? fact)
    {
        Say("created", "01", start: "10");
        Tell(said);

        Assert.Equal(fact, Told().Fact);
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter_and_a_change_never_moves()
    {
        Say("rescheduled", "04", start: "12");
        Say("changed", "05", start: "15");
        Say("created", "01", start: "10");

        Assert.Equal(("created", null, 1, 12), Told());
    }

    [Fact]
    public void A_booking_whose_start_nobody_named_is_no_row()
    {
        Say("confirmed", "01");

        Assert.Empty(_ledger.Lines());
    }

    [Fact]
    public void The_same_id_from_two_bots_that_each_created_it_is_two_bookings()
    {
        Say("created", "01", start: "10");
        Say("created", "01", start: "11", bot: "other-bot");
        Say("confirmed", "02", bot: "journal");

        Assert.Equal([("salon-bot", "confirmed"), ("other-bot", "created")], _ledger.Lines().Select(line => (line.Bot, line.Plan)));
    }

    private (string Plan, string? Fact, int Moves, int Day) Told()
    {
        var line = Assert.Single(_ledger.Lines());
        return (line.Plan, line.Fact, line.Moves, line.Start.Day);
    }

    private void Tell(string said)
    {
        foreach (var (deed, day) in said.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((deed, index) => (deed.Split(' '), index + 2)))
        {
            Say(deed[0], day.ToString("00", CultureInfo.InvariantCulture), actor: deed[1] == "staff" ? "human" : deed[1], by: deed[0] == "cancelled" ? deed[1] : null);
        }
    }

    private void Say(string deed, string day, string? start = null, string? actor = null, string? by = null, string bot = "salon-bot")
    {
        var content = Drafts.Of(
            $$"""
            {"id":"e-{{++_seq}}","type":"booking.{{deed}}","time":"2026-11-{{day}}T10:00:00Z"{{(actor is null ? "" : $",\"actor\":\"{actor}\"")}}
             {{(by is null ? "" : $",\"data\":{{\"by\":\"{by}\"}}")}},"booking":{"id":"B-1"{{(start is null ? "" : $",\"start\":\"2026-11-{start}T12:00:00Z\"")}}} }
            """).Content;
        _ledger.Add(new StoredEvent(_seq, bot, "", content.Id, null, content.Type, null, null, null, null, content.Time, content.Time, EventFlags.None, content));
    }
}
