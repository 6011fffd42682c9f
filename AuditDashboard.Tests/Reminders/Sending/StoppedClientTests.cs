namespace AuditDashboard.Tests.Reminders.Sending;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class StoppedClientTests : IAsyncLifetime
{
    private ReminderHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ReminderHost.StartAsync(null);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("стоп", "24h sent, 3h planned")]
    [InlineData("не пишите мне", "24h void (stopped), 3h planned")]
    public async Task A_stop_beats_a_reminder_only_where_it_means_every_message(string said, string states)
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.WriteAsync(said);

        await _host.SweepAtAsync("2026-11-23T14:30:00");

        Assert.Equal(states, await _host.StatesAsync());
    }

    [Fact]
    public async Task A_stop_under_a_reminder_is_the_last_reminder()
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.SweepAtAsync("2026-11-23T14:30:00");
        await _host.WriteAsync("Стоп");

        await _host.SweepAtAsync("2026-11-24T11:30:00");

        Assert.Equal("24h sent, 3h void (stopped)", await _host.StatesAsync());
        Assert.Single(_host.Sender.Delivered);
    }
}
