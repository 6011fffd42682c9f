using AuditDashboard.Reminders.Sending;

namespace AuditDashboard.Tests.Reminders.Sending;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class RemindNowTests : IAsyncLifetime
{
    private ReminderHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ReminderHost.StartAsync(null);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_was_shown_is_what_is_sent()
    {
        await _host.BookAsync("2026-11-24T14:30");
        var booking = await _host.AppointmentAsync();

        var words = await _host.Get<RemindNow>().PreviewAsync(booking, Cancel);
        var state = await _host.Get<RemindNow>().HandleAsync(booking, words.Value!, Cancel);

        Assert.Equal("sent", state.Value);
        Assert.Equal(words.Value, Assert.Single(_host.Sender.Delivered).Message.Text);
    }

    [Fact]
    public async Task At_night_and_of_a_closed_visit_nobody_is_reminded_by_hand_either()
    {
        await _host.BookAsync("2026-11-24T14:30");
        _host.MoveTo("2026-11-22T21:00:00");
        Assert.Equal("quiet", (await _host.Get<RemindNow>().PreviewAsync(await _host.AppointmentAsync(), Cancel)).Refusal?.Code);
        _host.MoveTo("2026-11-23T10:00:00");
        await _host.TellAsync("booking.declined", "\"booking\":{\"id\":\"B-1\"}");

        Assert.Equal("closed", (await _host.Get<RemindNow>().HandleAsync(await _host.AppointmentAsync(), "Ждём", Cancel)).Refusal?.Code);
        Assert.Empty(_host.Sender.Delivered);
    }

    [Fact]
    public async Task The_bots_own_reminder_stands_in_the_chain_and_is_never_sent_by_us()
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.TellAsync("reminder.sent", "\"externalId\":\"m-1\",\"booking\":{\"id\":\"B-1\"},\"data\":{\"rule\":\"48h\"}");
        await _host.TellAsync("delivery.failed", "\"inReplyTo\":\"m-1\"");

        await _host.SweepAsync();

        Assert.Equal("bot-48h failed (undelivered), 24h planned, 3h planned", await _host.StatesAsync());
        Assert.Empty(_host.Sender.Delivered);
    }
}
