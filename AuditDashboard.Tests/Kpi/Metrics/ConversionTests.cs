using AuditDashboard.Events;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Tests.Conversations.Story;

namespace AuditDashboard.Tests.Kpi.Metrics;

public sealed class ConversionTests
{
    private readonly StoryLog _log = new();

    [Theory]
    [InlineData("2 10:00:00.000", true)]
    [InlineData("9 10:00:00.000", true)]
    [InlineData("9 10:00:00.001", false)]
    [InlineData("2 09:59:59.999", false)]
    public void A_need_converts_by_a_booking_within_seven_days(string booked, bool converted)
    {
        _log.Lead("2 10:00").Booking("created", booked);

        Assert.Equal(converted, Converted().Single());
    }

    [Fact]
    public void Two_bookings_convert_a_need_once()
    {
        _log.Lead("2 10:00").Booking("created", "2 10:01", "B1").Booking("created", "2 10:02", "B2");

        Assert.Equal([true], Converted());
        Assert.Equal(2, _log.Units().Count(unit => unit.Kind == UnitKind.Booking));
    }

    [Theory]
    [InlineData("15 10:00:00.000", 1)]
    [InlineData("15 10:00:00.001", 2)]
    public void A_second_lead_within_fourteen_days_is_the_same_need(string second, int needs)
    {
        _log.Lead("1 10:00").Lead(second, "L2");

        Assert.Equal(needs, _log.Needs().Count);
    }

    [Fact]
    public void Fourteen_days_run_from_the_first_lead_of_the_need()
    {
        _log.Lead("1 10:00").Lead("10 10:00", "L2").Lead("16 10:00", "L3").Lead("29 10:00", "L4");

        Assert.Equal([StoryLog.At("1 10:00"), StoryLog.At("16 10:00")], _log.Needs().Select(need => need.At));
    }

    [Fact]
    public void A_booking_between_two_leads_makes_two_needs()
    {
        _log.Lead("1 10:00").Booking("created", "1 11:00").Lead("3 10:00", "L2");

        Assert.Equal([true, false], Converted());
    }

    [Fact]
    public void The_same_lead_again_is_the_same_lead_and_the_earliest_counts()
    {
        _log.Lead("20 10:00").Lead("1 10:00");

        Assert.Equal(StoryLog.At("1 10:00"), Assert.Single(_log.Needs()).At);
    }

    [Fact]
    public void Only_lead_created_makes_a_lead_and_it_needs_an_id()
    {
        _log.Lead("1 10:00", type: "lead.closed").Add("lead.created", "2 10:00").Client("3 10:00").Booking("created", "3 10:01");

        Assert.Empty(_log.Needs());
    }

    [Theory]
    [InlineData("spam", 0)]
    [InlineData("test", 0)]
    [InlineData("wrong_number", 0)]
    [InlineData("existing_booking", 0)]
    [InlineData("staff", 0)]
    [InlineData("expensive", 1)]
    public void A_lead_that_is_none_is_out(string reason, int needs)
    {
        _log.Lead("1 10:00", data: $$"""{"exclude":"{{reason}}"}""");
        Assert.Equal(needs, _log.Needs().Count);

        var closed = new StoryLog().Lead("1 10:00").Lead("2 10:00", type: "lead.closed", data: $$"""{"exclude":"{{reason}}"}""");
        Assert.Equal(needs, closed.Needs().Count);
    }

    [Fact]
    public void A_lead_that_is_out_merges_with_nothing()
    {
        _log.Lead("1 10:00", data: """{"exclude":"spam"}""").Lead("10 10:00", "L2").Lead("20 10:00", "L3");

        Assert.Equal(StoryLog.At("10 10:00"), Assert.Single(_log.Needs()).At);
    }

    [Fact]
    public void A_lead_is_closed_by_its_number_in_the_crm_too()
    {
        _log.Add("lead.created", "1 10:00", content => content with { Lead = new EventContent.LeadPart("L1", 77) });
        _log.Add("lead.closed", "2 10:00", content => content with { Lead = new EventContent.LeadPart(null, 77), Session = null }, """{"exclude":"spam"}""");

        Assert.Empty(_log.Needs());
    }

    [Fact]
    public void A_booking_is_its_earliest_creation_and_a_later_cancelling_changes_nothing()
    {
        _log.Lead("1 10:00").Booking("created", "2 10:00").Booking("created", "9 10:00").Booking("cancelled", "3 10:00");

        Assert.Equal([true], Converted());
        Assert.Single(_log.Units(), unit => unit.Kind == UnitKind.Booking);
    }

    [Fact]
    public void A_booking_of_any_channel_converts()
    {
        _log.Lead("1 10:00");
        _log.Session = null;
        _log.Channel = "yclients";
        _log.Booking("created", "2 10:00");

        Assert.Equal([true], Converted());
    }

    [Fact]
    public void A_booking_or_lead_of_a_test_session_is_out_with_all_its_events()
    {
        _log.Lead("1 10:00").Booking("created", "2 10:00").Lead("20 10:00", "L2");
        _log.Session = "s2";
        _log.Client("3 10:00", data: """{"test":true}""").Booking("confirmed", "3 10:01").Lead("21 10:00", "L2", type: "lead.closed");

        Assert.Equal([false], Converted());
        Assert.DoesNotContain(_log.Units(), unit => unit.Kind == UnitKind.Booking);
    }

    [Fact]
    public void An_imported_lead_or_booking_is_not_there()
    {
        _log.Lead("1 10:00", "L0", """{"imported":true}""").Lead("2 10:00").Booking("created", "2 11:00", data: """{"imported":true}""");

        Assert.Equal([false], Converted());
        Assert.Equal(StoryLog.At("2 10:00"), _log.Needs()[0].At);
    }

    [Fact]
    public void A_need_has_the_channel_and_branch_of_its_first_lead()
    {
        _log.Add("lead.created", "1 10:00", content => content with { Lead = new EventContent.LeadPart("L1", null), Channel = "max", Branch = "center" });
        _log.Lead("2 10:00", "L2").Booking("created", "2 11:00");

        var need = Assert.Single(_log.Needs());

        Assert.Equal(("max", "center"), (need.Channel, need.Branch));
    }

    private List<bool> Converted() => [.. _log.Needs().Select(need => need.Flags.HasFlag(UnitFlags.Converted))];
}
