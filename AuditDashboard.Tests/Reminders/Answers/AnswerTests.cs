using System.Net;
using AuditDashboard.Channels;
using AuditDashboard.Events;

namespace AuditDashboard.Tests.Reminders.Answers;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private ReminderHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ReminderHost.StartAsync(null);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("ok", "confirmed", false)]
    [InlineData("no", "declined", false)]
    [InlineData("mv", "created", true)]
    public async Task A_press_becomes_the_bookings_plan_and_its_spinner_stops(string answer, string plan, bool wantsMove)
    {
        await RemindedAsync();

        await PressAsync(1, $"rem:{answer}:B-1");

        var appointment = await _host.AppointmentAsync();
        Assert.Equal((plan, wantsMove), (appointment.Plan, appointment.WantsMove));
        Assert.Equal(wantsMove ? ["move"] : [], (await _host.TasksAsync()).Select(task => task.Kind));
        var press = Assert.Single(await SettledAsync());
        Assert.Equal(("ep-telegram", "tg:700000101", "cbq:cb1"), (press.EndpointId, press.Address, press.CallbackId));
        Assert.NotNull(press.Notice);
    }

    [Fact]
    public async Task The_last_answer_wins()
    {
        await RemindedAsync();

        await PressAsync(1, "rem:ok:B-1");
        await PressAsync(2, "rem:no:B-1");
        Assert.Equal("declined", (await _host.AppointmentAsync()).Plan);
        await PressAsync(3, "rem:ok:B-1");
        Assert.Equal("confirmed", (await _host.AppointmentAsync()).Plan);

        await _host.SweepAtAsync("2026-11-24T11:30:00");
        Assert.Equal("24h sent, 3h sent", await _host.StatesAsync());
    }

    [Fact]
    public async Task A_press_by_somebody_else_changes_nothing()
    {
        await RemindedAsync();

        await PressAsync(1, "rem:no:B-1", client: 700000999);

        Assert.Equal("created", (await _host.AppointmentAsync()).Plan);
        Assert.Empty(_host.Sender.Settled);
    }

    [Fact]
    public async Task An_id_too_long_for_a_button_goes_by_our_short_key()
    {
        var id = new string('b', 120);
        await _host.BookAsync("2026-11-24T14:30", id);
        await _host.SweepAtAsync("2026-11-23T14:30:00");
        var data = Assert.Single(_host.Sender.Delivered).Message.Buttons[0].Data;

        await PressAsync(1, data);

        Assert.True(data.Length <= 64);
        Assert.Equal("confirmed", (await _host.AppointmentAsync(id)).Plan);
        Assert.Contains(await _host.Host.EventsAsync(), stored => stored.Type == EventTypes.BookingConfirmed && stored.Content!.Booking!.Id == id);
    }

    [Fact]
    public async Task A_booking_systems_booking_is_answered_through_the_assistant()
    {
        await _host.AppendAsync(Support.Drafts.Of("""{"id":"t-1","type":"message.received","time":"2026-11-22T09:30:00Z","channel":"telegram","text":"привет","client":{"id":"tg:700000101","phone":"+79000000101"} }"""));
        await _host.BookAsync("2026-11-24T14:30", "yc-77", client: "tel:+79000000101", bot: "yclients");
        await _host.SweepAtAsync("2026-11-23T14:30:00");

        await PressAsync(1, Assert.Single(_host.Sender.Delivered).Message.Buttons[0].Data);

        Assert.Equal("confirmed", (await _host.AppointmentAsync("yc-77")).Plan);
    }

    [Fact]
    public async Task Staffs_word_holds_against_a_reading_of_words_and_the_contradiction_is_shown()
    {
        await RemindedAsync();
        await _host.TellAsync("booking.confirmed", "\"booking\":{\"id\":\"B-1\"},\"actor\":\"human\"");

        await _host.WriteAsync("не смогу");

        var appointment = await _host.AppointmentAsync();
        Assert.Equal("confirmed", appointment.Plan);
    }

    [Fact]
    public async Task Opposite_marks_are_a_conflict_and_staffs_holds()
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.TellAsync("booking.attended", "\"booking\":{\"id\":\"B-1\"},\"actor\":\"human\"");
        await _host.TellAsync("booking.no_show", "\"booking\":{\"id\":\"B-1\"},\"actor\":\"system\"");

        var appointment = await _host.AppointmentAsync();
        Assert.Equal(("attended", "fact"), (appointment.Fact, appointment.Conflict));
    }

    private async Task RemindedAsync()
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.SweepAtAsync("2026-11-23T14:30:00");
        Assert.Single(_host.Sender.Delivered);
    }

    private async Task PressAsync(int number, string data, long client = 700000101)
    {
        var answer = await _host.Host.PostAsync(
            $$"""
            {"update_id":{{9000 + number}},"callback_query":{"id":"cb{{number}}","from":{"id":{{client}},"is_bot":false,"first_name":"Анна"},"chat_instance":"1","data":"{{data}}",
             "message":{"message_id":1210,"date":1795000000,"chat":{"id":{{client}},"type":"private","first_name":"Анна"},"text":"Напоминание"} } }
            """, path: "/hooks/ep-telegram", by: _host.Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", "tg-secret-0001"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        _host.Host.Clock.Advance(TimeSpan.FromSeconds(5));
    }

    /// <summary>The follower hears of the commit on a thread of its own.</summary>
    private async Task<IReadOnlyCollection<SettledPress>> SettledAsync()
    {
        for (var tries = 0; _host.Sender.Settled.IsEmpty && tries < 100; tries++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return _host.Sender.Settled;
    }
}
