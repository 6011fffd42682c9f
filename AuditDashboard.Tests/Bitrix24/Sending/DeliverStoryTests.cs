using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Tests.Bitrix24.Emulator;

namespace AuditDashboard.Tests.Bitrix24.Sending;

public sealed class DeliverStoryTests : BitrixTests
{
    private const string Booking = """ "booking":{"id":"B-1","service":"Стрижка","staff":"Ольга","start":"2026-11-28T14:30:00+03:00","price":1800}""";

    [Fact]
    public async Task A_booking_and_its_confirmation_are_told_and_move_the_lead_forward()
    {
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1), BitrixSalon.Event("b", "booking.created", 1, Booking));
        await Salon.SettleAsync();
        Assert.Equal("IN_PROCESS", Salon.OnlyLead()["stageId"].Text());

        await Salon.PostAsync(BitrixSalon.Event("c", "booking.confirmed", 1, """ "booking":{"id":"B-1"}"""));
        await Salon.SettleAsync();

        Assert.Equal("PROCESSED", Salon.OnlyLead()["stageId"].Text());
        Assert.Equal(["Ассистент: запись создана", "Клиент подтвердил запись"], Salon.Portal.State.LogMessages.Select(message => message["title"].Text()));
        Assert.Contains("Стрижка, Ольга, 28 ноября, 14:30", Salon.Portal.State.LogMessages[0]["text"].Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PROCESSED")]
    [InlineData("JUNK")]
    public async Task A_lead_never_moves_back_and_never_out_of_an_end(string stage)
    {
        await Salon.PostAsync(BitrixSalon.Lead(1));
        await Salon.SettleAsync();
        Salon.Portal.State.Edit(1, Salon.OnlyLead()["id"].Number(), ("stageId", stage));

        await Salon.PostAsync(BitrixSalon.Event("b", "booking.created", 1, Booking));
        await Salon.SettleAsync();

        Assert.Equal(stage, Salon.OnlyLead()["stageId"].Text());
    }

    [Fact]
    public async Task A_stage_the_owner_deleted_is_a_dead_letter_and_a_renamed_one_goes_on()
    {
        Salon.Portal.State.Statuses.RemoveAll(row => row["STATUS_ID"].Text() == "IN_PROCESS");
        Salon.Portal.State.Statuses.Find(row => row["STATUS_ID"].Text() == "PROCESSED")!["NAME"] = "Записан";
        await Salon.PostAsync(BitrixSalon.Lead(1), BitrixSalon.Event("b", "booking.created", 1, Booking), BitrixSalon.Event("c", "booking.confirmed", 1, Booking));

        await Salon.SettleAsync();

        Assert.Equal("stage.missing", Assert.Single(await Salon.RowsAsync(), row => row.State == "dead").Code);
        Assert.Equal("PROCESSED", Salon.OnlyLead()["stageId"].Text());
    }

    [Fact]
    public async Task A_confirmation_in_another_session_finds_the_lead_of_its_booking()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1), BitrixSalon.Event("b", "booking.created", 1, Booking));
        await Salon.PostAsync(BitrixSalon.Event("c", "booking.confirmed", 9, """ "booking":{"id":"B-1"}"""));

        await Salon.SettleAsync();

        Assert.Equal(2, Salon.Portal.State.LogMessages.Count);
        Assert.All(Salon.Portal.State.LogMessages, message => Assert.Equal(Salon.OnlyLead()["id"].Number(), message["entityId"].Number()));
    }

    [Fact]
    public async Task A_complaint_is_something_to_do_within_a_quarter_of_an_hour()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1), BitrixSalon.Event("c", "complaint.opened", 1, """ "text":"Мне испортили волосы" """));

        await Salon.SettleAsync();

        var todo = Assert.Single(Salon.Portal.State.Todos);
        Assert.Equal("2026-11-22T10:15:00+00:00", todo["deadline"].Text());
        Assert.DoesNotContain("волосы", todo.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digest", false)]
    [InlineData("full", true)]
    public async Task When_a_dialog_closes_one_comment_tells_of_it_with_or_without_words(string setting, bool hasWords)
    {
        await Salon.ChangeAsync(settings => settings with { Comments = setting });
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1), BitrixSalon.Event("close", "session.closed", 1));

        await Salon.SettleAsync();

        var comment = Assert.Single(Salon.Portal.State.Comments)["COMMENT"].Text();
        Assert.Equal(hasWords, comment.Contains("Можно на субботу?", StringComparison.Ordinal));
        Assert.DoesNotContain("Анна", comment, StringComparison.Ordinal);
        Assert.Contains("[AD#", comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_closes_a_dialog_too_and_it_is_told_once()
    {
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1));
        await Salon.SettleAsync();

        foreach (var _ in new[] { 1, 2 })
        {
            Salon.Host.Clock.Advance(TimeSpan.FromHours(13));
            await Salon.Host.Get<PlanDigests>().HandleAsync(Cancel);
            await Salon.SettleAsync();
        }

        Assert.Single(Salon.Portal.State.Comments);
    }

    [Fact]
    public async Task A_comment_whose_answer_was_lost_is_found_by_its_mark_and_a_log_line_is_repeated_once()
    {
        Salon.Portal.Faults.On("crm.timeline.comment.add", 1, new PortalFault.ExecuteThenDrop());
        Salon.Portal.Faults.On("crm.timeline.logmessage.add", 1, new PortalFault.DropBeforeExecute());
        await Salon.PostAsync(BitrixSalon.Message(1), BitrixSalon.Lead(1), BitrixSalon.Event("b", "booking.confirmed", 1, Booking), BitrixSalon.Event("close", "session.closed", 1));

        await Salon.SettleAsync();

        Assert.Single(Salon.Portal.State.Comments);
        Assert.Single(Salon.Portal.State.LogMessages);
        Assert.Contains(await Salon.RowsAsync(), row => row is { Kind: "log", IsRepeated: true, State: "done" });
    }

    [Fact]
    public async Task Payments_become_the_sum_where_the_owner_wants_that()
    {
        await Salon.ChangeAsync(settings => settings with { TakesPayments = true });
        await Salon.PostAsync(BitrixSalon.Lead(1), BitrixSalon.Event("p1", "payment.received", 1, """ "payment":{"amount":1800}"""), BitrixSalon.Event("p2", "payment.received", 1, """ "payment":{"amount":200}"""));

        await Salon.SettleAsync();

        Assert.Equal(("2000", "Y"), (Salon.OnlyLead()["opportunity"].Text(), Salon.OnlyLead()["isManualOpportunity"].Text()));
    }

    [Fact]
    public async Task A_booking_takes_the_resource_the_owner_named_moves_and_goes()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1));
        await Salon.SettleAsync();
        await Salon.ChangeAsync(settings => settings with { BookingResource = 3 });
        await Salon.PostAsync(BitrixSalon.Event("b", "booking.created", 1, Booking));
        await Salon.SettleAsync();
        var booking = Assert.Single(Salon.Portal.State.Bookings).Value;

        await Salon.PostAsync(BitrixSalon.Event("m", "booking.rescheduled", 1, """ "booking":{"id":"B-1","start":"2026-11-29T12:00:00+03:00"}"""));
        await Salon.SettleAsync();
        Assert.Equal(DateTimeOffset.Parse("2026-11-29T12:00:00+03:00", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds(), booking["datePeriod"]!["from"]!["timestamp"].Number());
        await Salon.PostAsync(BitrixSalon.Event("d", "booking.declined", 1, """ "booking":{"id":"B-1"}"""));
        await Salon.SettleAsync();

        Assert.Empty(Salon.Portal.State.Bookings);
    }

    [Fact]
    public async Task Tries_and_imports_are_told_to_nobody()
    {
        await Salon.PostAsync(BitrixSalon.Lead(1, """ "data":{"test":true}"""), BitrixSalon.Lead(2, """ "data":{"imported":true}"""));

        await Salon.SettleAsync();

        Assert.Empty(Salon.Portal.State.Leads);
    }
}
