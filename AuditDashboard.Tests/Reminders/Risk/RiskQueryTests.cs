using AuditDashboard.Reminders.Risk;

namespace AuditDashboard.Tests.Reminders.Risk;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class RiskQueryTests : IAsyncLifetime
{
    private ReminderHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ReminderHost.StartAsync(null);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_did_not_come_twice_is_first_on_the_list_of_the_day_and_who_always_comes_is_not_on_it()
    {
        await PastAsync("P-1", "tg:700000101", "no_show");
        await PastAsync("P-2", "tg:700000101", "no_show");
        await PastAsync("P-3", "tg:700000102", "attended");
        await _host.BookAsync("2026-11-23T14:30", "B-1", "tg:700000101");
        await _host.BookAsync("2026-11-23T12:00", "B-2", "tg:700000102");
        await _host.BookAsync("2026-11-25T12:00", "B-3", "tg:700000101");

        var risky = Assert.Single(await ListAsync());

        Assert.Equal("B-1", risky.View.Booking.BookingId);
        Assert.Equal([("RiskNoShows", 4, 2)], risky.Score.Reasons.Select(reason => (reason.Key, reason.Points, reason.Number)));
    }

    [Fact]
    public async Task Silence_after_a_reminder_of_a_new_client_is_worth_a_call_until_they_answer()
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.SweepAtAsync("2026-11-23T14:30:00");

        var risky = Assert.Single(await ListAsync());
        Assert.Equal(["RiskSilent", "RiskNew"], risky.Score.Reasons.Select(reason => reason.Key));
        await _host.TellAsync("booking.confirmed", "\"booking\":{\"id\":\"B-1\"}");

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_manager_sees_only_their_branches()
    {
        await PastAsync("P-1", "tg:700000101", "no_show");
        await PastAsync("P-2", "tg:700000101", "no_show");
        await _host.BookAsync("2026-11-23T14:30");

        Assert.Single(await _host.Get<RiskQuery>().RunAsync(null, ["center"], Cancel));
        Assert.Empty(await _host.Get<RiskQuery>().RunAsync(null, ["north"], Cancel));
    }

    private Task<IReadOnlyList<RiskyVisit>> ListAsync() => _host.Get<RiskQuery>().RunAsync(null, null, Cancel);

    private async Task PastAsync(string id, string client, string fact)
    {
        await _host.BookAsync("2026-11-20T12:00", id, client);
        await _host.TellAsync($"booking.{fact}", $"\"booking\":{{\"id\":\"{id}\"}}", client);
    }
}
