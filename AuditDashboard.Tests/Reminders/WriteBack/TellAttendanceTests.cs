using AuditDashboard.Channels;
using AuditDashboard.Events;
using AuditDashboard.Reminders.WriteBack;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Reminders.WriteBack;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class TellAttendanceTests : IAsyncLifetime
{
    private ReminderHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ReminderHost.StartAsync(null);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_confirmation_is_told_to_the_booking_system_once()
    {
        await ComesFromYclientsAsync();
        await _host.TellAsync("booking.confirmed", "\"booking\":{\"id\":\"yc-77\"}");

        await TellAsync();
        await TellAsync();

        Assert.Equal([("ep-yc", "yc-77", "confirmed")], _host.Sender.Told);
    }

    [Fact]
    public async Task What_the_booking_system_said_itself_is_not_told_back()
    {
        await ComesFromYclientsAsync();
        await _host.AppendAsync(Yclients("booking.confirmed", "2") with { Endpoint = "ep-yc" });

        await TellAsync();

        Assert.Empty(_host.Sender.Told);
    }

    [Fact]
    public async Task A_service_that_is_down_is_told_later_and_the_latest_word_only()
    {
        await ComesFromYclientsAsync();
        await _host.TellAsync("booking.confirmed", "\"booking\":{\"id\":\"yc-77\"}");
        _host.Sender.Answers.Enqueue(new SendResult(SendState.Later, Code: "503"));
        await TellAsync();
        await _host.TellAsync("booking.attended", "\"booking\":{\"id\":\"yc-77\"},\"actor\":\"human\"");
        await TellAsync();
        _host.Host.Clock.Advance(TimeSpan.FromHours(1));
        await TellAsync();

        Assert.Equal(["confirmed", "attended"], _host.Sender.Told.Select(told => told.Attendance));
    }

    private Task TellAsync() => _host.Get<TellAttendance>().HandleAsync(TestContext.Current.CancellationToken);

    private Task ComesFromYclientsAsync() => _host.AppendAsync(Yclients("booking.created", "1") with { Endpoint = "ep-yc" });

    private static EventDraft Yclients(string type, string number) => Drafts.Of($$"""
        {"id":"yc-{{number}}","type":"{{type}}","time":"2026-11-22T10:00:00Z","channel":"yclients","actor":"system","client":{"id":"tel:+79000000101"},
         "booking":{"id":"yc-77","start":"2026-11-24T14:30:00+03:00"} }
        """, "yclients");
}
