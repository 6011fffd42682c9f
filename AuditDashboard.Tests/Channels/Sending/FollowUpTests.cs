using System.Globalization;
using AuditDashboard.Kpi;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>Second attempts through real senders to the messengers' services, on a clock moved by hand: the ladder of product.md S23, B7, and K14 behind it.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private FollowUpSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await FollowUpSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("center", "tg 22T13:15, tg 22T16:00, vk 23T11:00")]
    [InlineData("east", "tg 22T20:15, tg 23T09:00, vk 23T11:00")]
    public async Task Fifteen_minutes_three_hours_and_the_next_day_at_eleven_by_the_clock_of_the_branch(string branch, string expected)
    {
        await _site.FallSilentAsync(branch);

        await _site.SweepForAsync(TimeSpan.FromHours(48));

        Assert.Equal(expected, _site.Said(FollowUpSite.Zones[branch]));
        Assert.Equal("Здравствуйте, Анна! Не успели договорить. Подобрать для вас удобное время?", _site.Heard[0].Text);
    }

    [Theory]
    [InlineData("message.received", ",\"text\":\"Я подумаю\"")]
    [InlineData("message.received", ",\"text\":\"стоп\"")]
    [InlineData("booking.created", ",\"booking\":{\"id\":\"B-9\",\"start\":\"2026-12-28T14:30:00+03:00\"}")]
    public async Task An_answer_a_booking_or_a_stop_in_another_channel_ends_the_ladder(string type, string more)
    {
        await _site.FallSilentAsync("center");
        await _site.SweepForAsync(TimeSpan.FromMinutes(15));

        await _site.TellAsync(type, "vk:50000101", "center", more);
        await _site.SweepForAsync(TimeSpan.FromHours(48));

        Assert.Equal("tg 22T13:15", _site.Said(FollowUpSite.Zones["center"]));
    }

    [Fact]
    public async Task A_restart_in_the_middle_repeats_nothing_and_the_ladder_goes_on()
    {
        await _site.FallSilentAsync("center");
        await _site.SweepForAsync(TimeSpan.FromMinutes(15));

        await _site.RestartAsync();
        await _site.SweepForAsync(TimeSpan.FromMinutes(165));
        await _site.RestartAsync();
        await _site.SweepForAsync(TimeSpan.FromHours(48));

        Assert.Equal("tg 22T13:15, tg 22T16:00, vk 23T11:00", _site.Said(FollowUpSite.Zones["center"]));
    }

    [Fact]
    public async Task Switched_off_on_the_page_it_stops_at_once()
    {
        await _site.FallSilentAsync("center");
        await _site.SweepForAsync(TimeSpan.FromMinutes(15));

        await _site.SettleAsync(settled => settled with { Enabled = false });
        await _site.SweepForAsync(TimeSpan.FromHours(48));

        Assert.Equal("tg 22T13:15", _site.Said(FollowUpSite.Zones["center"]));
    }

    [Fact]
    public async Task A_missed_call_is_answered_at_once_in_the_messenger_the_client_uses_and_only_once()
    {
        await _site.TellAsync("message.received", "tg:700000101", "center", ",\"text\":\"Спасибо!\"", "+79000000101");

        await MissAsync("+79000000101");
        await _site.UntilTakenAsync("telegram");
        await MissAsync("+79000000101");
        await _site.SweepForAsync(TimeSpan.FromHours(6));

        Assert.Equal("tg 22T13:00", _site.Said(FollowUpSite.Zones["center"]));
        Assert.StartsWith("Здравствуйте, Анна! Вы звонили нам", _site.Heard[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_closed_window_of_whatsapp_the_named_template_goes_with_the_clients_name()
    {
        await _site.SettleAsync(settled => settled with { CallTemplate = "propustili_1" });
        await _site.TellAsync("message.received", "wa:79000000201", "center", ",\"text\":\"Спасибо!\"", "+79000000201");
        _site.App.Leap(TimeSpan.FromHours(25));

        await MissAsync("+79000000201");
        await _site.UntilTakenAsync("whatsapp");

        Assert.Equal(
            """{"name":"propustili_1","language":{"code":"ru"},"components":[{"type":"body","parameters":[{"type":"text","text":"Анна"}]}]}""", Assert.Single(_site.Heard).Text);
    }

    [Fact]
    public async Task What_was_sent_and_what_came_of_it_is_counted_as_k14()
    {
        // A quarter of an hour apart: senders pace themselves by timers, and this clock leaps over them.
        await _site.FallSilentAsync("center");
        await _site.SweepForAsync(TimeSpan.FromMinutes(15));
        await _site.FallSilentAsync("center", 102);
        await _site.SweepForAsync(TimeSpan.FromHours(4));
        await _site.TellAsync("message.received", "tg:700000102", "center", ",\"text\":\"Давайте в субботу\"");
        await _site.SweepForAsync(TimeSpan.FromHours(48));
        await _site.CatchUpAsync();

        var filter = new KpiFilter(new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 30));
        var details = await _site.App.Get<IKpiOverviews>().DetailsAsync(filter, TestContext.Current.CancellationToken);

        Assert.Equal("1: 0 of 2, 2: 1 of 2, 3: 0 of 1", string.Join(", ", details.Attempts.Select(attempt => string.Create(CultureInfo.InvariantCulture, $"{attempt.Number}: {attempt.Won.K} of {attempt.Count}"))));
        Assert.Equal(0, details.OptOutsPer100Attempts);
    }

    private Task MissAsync(string phone) => _site.TellAsync("call.missed", $"tel:{phone}", "center", ",\"call\":{\"direction\":\"in\"}", phone);
}
