using AuditDashboard.Channels;
using AuditDashboard.Events;
using AuditDashboard.Settings;

namespace AuditDashboard.Tests.Reminders.FollowUps;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved; a lead falls silent then.</summary>
public sealed class SilentLeadTests : IAsyncLifetime
{
    private static readonly FollowUpSettings On = new(true, ["Раз, {client}?", "Два?", "Три?"], false, true, "Мы не успели ответить. Напишите сюда!");
    private ReminderHost _host = null!;

    private string Sent => string.Join(", ", _host.Sender.Delivered.Select(sent => $"{sent.Message.Address[..2]} {sent.At.AddHours(3):dd'T'HH:mm} {sent.Message.Text}"));

    public async ValueTask InitializeAsync()
    {
        _host = await ReminderHost.StartAsync(null);
        _host.Settle(On);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_silent_lead_is_written_to_three_times_the_third_time_in_another_channel_and_then_never()
    {
        await WithVkAsync();
        await SilentAsync();

        foreach (var moment in new[] { "22T13:14:59", "22T13:15:00", "22T13:16:00", "22T15:59:00", "22T16:00:00", "22T21:30:00", "23T09:00:00", "23T11:00:00", "24T11:00:00", "25T11:00:00" })
        {
            await _host.SweepAtAsync("2026-11-" + moment);
        }

        Assert.Equal("tg 22T13:15 Раз, Анна?, tg 22T16:00 Два?, vk 23T11:00 Три?", Sent);
        var told = (await _host.Host.EventsAsync()).Where(stored => stored.Type == EventTypes.FollowUpSent).ToList();
        Assert.Equal([1, 2, 3], told.Select(stored => stored.Content!.DataMember("attempt")!.Value.GetInt32()));
        Assert.All(told, stored => Assert.NotNull(stored.SessionId));
    }

    [Fact]
    public async Task Without_another_channel_the_third_is_left_out()
    {
        await SilentAsync();

        await SweepAllAsync();

        Assert.Equal("tg 22T13:15 Раз, Анна?, tg 22T16:00 Два?", Sent);
    }

    [Fact]
    public async Task Switched_off_nobody_is_written_to_and_a_lead_from_before_neither()
    {
        _host.Settle(FollowUpSettings.Off);
        await SilentAsync();
        _host.Settle(On);

        await SweepAllAsync();

        Assert.Empty(_host.Sender.Delivered);
    }

    [Theory]
    [InlineData("message.received", "\"text\":\"Я подумаю\"")]
    [InlineData("message.received", "\"text\":\"стоп\"")]
    [InlineData("booking.created", "\"booking\":{\"id\":\"B-9\",\"start\":\"2026-12-28T14:30:00+03:00\"}")]
    [InlineData("chat.blocked", "\"data\":{}")]
    [InlineData("complaint.opened", "\"data\":{}")]
    [InlineData("session.closed", "\"actor\":\"human\"")]
    [InlineData("lead.closed", "\"lead\":{\"id\":\"L-1\"}")]
    [InlineData("escalation.requested", "\"data\":{}")]
    [InlineData("consent.revoked", "\"data\":{\"purpose\":\"advertising\"}")]
    public async Task Any_answer_booking_refusal_or_end_stops_the_ladder(string type, string more)
    {
        await SilentAsync();
        await _host.SweepAtAsync("2026-11-22T13:15:00");

        await _host.TellAsync(type, more);
        await SweepAllAsync();

        Assert.Equal("tg 22T13:15 Раз, Анна?", Sent);
    }

    [Fact]
    public async Task Whoever_answers_within_the_quarter_of_an_hour_has_the_salon_to_wait_for()
    {
        await SilentAsync();
        _host.MoveTo("2026-11-22T13:10:00");
        await _host.WriteAsync("А сколько стоит?");

        await _host.SweepAtAsync("2026-11-22T13:15:00");
        Assert.Empty(_host.Sender.Delivered);

        await _host.TellAsync("message.sent", "\"text\":\"1800\"");
        await _host.SweepAtAsync("2026-11-22T13:29:00");
        Assert.Empty(_host.Sender.Delivered);
        await _host.SweepAtAsync("2026-11-22T13:30:00");
        Assert.Single(_host.Sender.Delivered);
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_died_is_not_sent_again_but_the_ladder_goes_on()
    {
        await SilentAsync();
        _host.Sender.Fault = _ => new SendResult(SendState.Uncertain, Code: "timeout");
        await _host.SweepAtAsync("2026-11-22T13:15:00");
        _host.Sender.Fault = _ => null;

        await _host.SweepAtAsync("2026-11-22T13:20:00");
        await _host.SweepAtAsync("2026-11-22T16:00:00");

        Assert.Equal("tg 22T16:00 Два?", Sent);
        Assert.Equal("follow-1 uncertain (timeout), follow-2 sent", await _host.StatesAsync());
    }

    [Fact]
    public async Task After_a_day_of_standing_still_the_steps_that_were_missed_are_left_out()
    {
        await SilentAsync();

        await _host.SweepAtAsync("2026-11-23T10:00:00");
        await _host.SweepAtAsync("2026-11-23T10:05:00");

        Assert.Empty(_host.Sender.Delivered);
    }

    [Fact]
    public async Task Advertising_goes_only_to_those_who_agreed_and_never_through_a_forbidden_channel()
    {
        _host.Settle(On with { IsAdvertising = true });
        await WithVkAsync();
        await SilentAsync();
        await _host.SweepAtAsync("2026-11-22T13:15:00");
        Assert.Empty(_host.Sender.Delivered);

        await _host.TellAsync("consent.granted", "\"data\":{\"purpose\":\"advertising\"}");
        await _host.SweepAtAsync("2026-11-22T16:00:00");

        Assert.Equal("vk 22T16:00 Два?", Sent);
    }

    /// <summary>The client is known in VK too, by the same phone.</summary>
    private async Task WithVkAsync()
    {
        _host.Sender.Connected.Add(new SendingEndpoint("ep-vk", "vk", "vk", "salon-bot", null));
        await _host.AppendAsync(Support.Drafts.Of("""{"id":"v-1","type":"message.received","time":"2026-11-21T09:00:00Z","channel":"vk","text":"привет","client":{"id":"vk:55","phone":"+79000000101"} }"""));
        await _host.AppendAsync(Support.Drafts.Of("""{"id":"t-1","type":"message.received","time":"2026-11-22T09:30:00Z","channel":"telegram","text":"привет","client":{"id":"tg:700000101","phone":"+79000000101"} }"""));
    }

    private async Task SilentAsync()
    {
        await _host.TellAsync("message.received", "\"text\":\"Можно записаться?\"");
        await _host.TellAsync("lead.created", "\"lead\":{\"id\":\"L-1\"}");
        await _host.AppendAsync(Support.Drafts.Of("""{"id":"a-1","type":"message.sent","time":"2026-11-22T10:00:00Z","channel":"telegram","text":"На когда?","client":{"id":"tg:700000101"} }""", "salon-bot", "center"));
        _host.MoveTo("2026-11-22T13:01:00");
    }

    private async Task SweepAllAsync()
    {
        foreach (var moment in new[] { "22T13:15:01", "22T16:00:01", "23T11:00:01", "24T11:00:00" })
        {
            await _host.SweepAtAsync("2026-11-" + moment);
        }
    }
}
