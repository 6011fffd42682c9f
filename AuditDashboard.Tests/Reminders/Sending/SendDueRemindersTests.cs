using AuditDashboard.Channels;
using AuditDashboard.Events;

namespace AuditDashboard.Tests.Reminders.Sending;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class SendDueRemindersTests : IAsyncLifetime
{
    private ReminderHost _host = null!;

    private RecordingSender Sender => _host.Sender;

    public async ValueTask InitializeAsync() => _host = await ReminderHost.StartAsync(null);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_client_is_asked_a_day_before_and_reminded_three_hours_before_each_once()
    {
        await _host.BookAsync("2026-11-24T14:30");

        foreach (var moment in new[] { "2026-11-23T14:29:59", "2026-11-23T14:30:20", "2026-11-23T14:31:20", "2026-11-24T11:30:00", "2026-11-24T14:00:00" })
        {
            await _host.SweepAtAsync(moment);
        }

        Assert.Equal(2, Sender.Delivered.Count);
        var (message, _) = Sender.Delivered.First();
        Assert.Equal("Здравствуйте, Анна! Ждём вас 24 ноября, вторник в 14:30, «Стрижка», мастер Ольга. Подтвердите, пожалуйста, что придёте.", message.Text);
        Assert.Equal(["rem:ok:B-1", "rem:no:B-1", "rem:mv:B-1"], message.Buttons.Select(button => button.Data));
        Assert.Equal("24h sent, 3h sent", await _host.StatesAsync());
        Assert.Equal(2, (await _host.Host.EventsAsync()).Count(stored => stored.Type == EventTypes.ReminderSent && stored.ClientId is not null && stored.Content!.ExternalId is not null));
    }

    [Fact]
    public async Task After_a_confirmation_the_later_reminder_asks_nothing()
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.SweepAtAsync("2026-11-23T14:30:00");
        await _host.WriteAsync("да");

        await _host.SweepAtAsync("2026-11-24T11:30:00");

        Assert.Equal("confirmed", (await _host.AppointmentAsync()).Plan);
        var (message, _) = Sender.Delivered.Last();
        Assert.Empty(message.Buttons);
        Assert.DoesNotContain("Подтвердите", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("booking.cancelled", "\"data\":{\"by\":\"staff\"}", "cancelled")]
    [InlineData("booking.declined", "\"data\":{}", "declined")]
    [InlineData("booking.no_show", "\"actor\":\"human\"", "no_show")]
    public async Task Nobody_is_reminded_of_a_visit_that_is_off(string type, string more, string code)
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.TellAsync(type, $"\"booking\":{{\"id\":\"B-1\"}},{more}");

        await _host.SweepAtAsync("2026-11-23T14:30:00");

        Assert.Empty(Sender.Delivered);
        Assert.Equal($"24h void ({code}), 3h void ({code})", await _host.StatesAsync());
    }

    [Fact]
    public async Task A_moved_visit_is_reminded_of_at_its_new_time_only()
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.BookAsync("2026-11-26T18:00", type: "booking.rescheduled");

        await _host.SweepAtAsync("2026-11-23T14:30:00");
        await _host.SweepAtAsync("2026-11-25T18:00:00");

        Assert.Contains("26 ноября", Assert.Single(Sender.Delivered).Message.Text, StringComparison.Ordinal);
        Assert.Equal("24h void (moved), 3h void (moved), 24h sent, 3h planned", await _host.StatesAsync());
    }

    [Fact]
    public async Task Nothing_is_planned_into_the_past()
    {
        await _host.BookAsync("2026-11-23T10:00");

        Assert.Equal("3h planned", await _host.StatesAsync());
    }

    [Fact]
    public async Task Whoever_shut_one_channel_is_reached_in_the_next_and_never_tried_there_again()
    {
        Sender.Connected.Add(new SendingEndpoint("ep-vk", "vk", "vk", "salon-bot", null));
        Sender.Fault = message => message.EndpointId == "ep-telegram" ? new SendResult(SendState.Unreachable, Code: "403") : null;
        await _host.AppendAsync(Support.Drafts.Of("""{"id":"v-1","type":"message.received","time":"2026-11-22T09:00:00Z","channel":"vk","text":"привет","client":{"id":"vk:55","phone":"+79000000101"} }"""));
        await _host.AppendAsync(Support.Drafts.Of("""{"id":"t-1","type":"message.received","time":"2026-11-22T09:30:00Z","channel":"telegram","text":"привет","client":{"id":"tg:700000101","phone":"+79000000101"} }"""));
        await _host.BookAsync("2026-11-24T14:30");
        var tries = 0;
        var fault = Sender.Fault;
        Sender.Fault = message => { tries += message.EndpointId == "ep-telegram" ? 1 : 0; return fault(message); };

        await _host.SweepAtAsync("2026-11-23T14:30:00");
        await _host.SweepAtAsync("2026-11-24T11:30:00");

        Assert.Equal(["vk:55", "vk:55"], Sender.Delivered.Select(sent => sent.Message.Address));
        Assert.Equal(1, tries);
        Assert.Empty(await _host.TasksAsync());
        Assert.Single(await _host.Host.EventsAsync(), stored => stored.Type == EventTypes.ReminderFailed);
    }

    [Fact]
    public async Task Whom_no_channel_reaches_a_person_must_call()
    {
        Sender.Fault = _ => new SendResult(SendState.Unreachable, Code: "403");
        await _host.BookAsync("2026-11-24T14:30");

        await _host.SweepAtAsync("2026-11-23T14:30:00");

        Assert.Equal("24h failed (403), 3h planned", await _host.StatesAsync());
        var task = Assert.Single(await _host.TasksAsync());
        Assert.Equal(("call", "center"), (task.Kind, task.Branch));
    }

    [Fact]
    public async Task A_channel_that_says_later_is_asked_no_sooner_than_it_said()
    {
        var tries = 0;
        Sender.Fault = _ => ++tries == 1 ? new SendResult(SendState.Later, Code: "429", RetryAfter: TimeSpan.FromSeconds(90)) : null;
        await _host.BookAsync("2026-11-24T14:30");

        await _host.SweepAtAsync("2026-11-23T14:30:00");
        await _host.SweepAtAsync("2026-11-23T14:31:00");
        await _host.SweepAtAsync("2026-11-23T14:31:30");

        Assert.Equal(2, tries);
        Assert.Single(Sender.Delivered);
    }

    [Fact]
    public async Task What_may_have_arrived_is_never_sent_again_by_itself()
    {
        Sender.Fault = _ => new SendResult(SendState.Uncertain, Code: "timeout");
        await _host.BookAsync("2026-11-24T14:30");
        await _host.SweepAtAsync("2026-11-23T14:30:00");
        Sender.Fault = _ => null;

        await _host.SweepAtAsync("2026-11-23T15:30:00");

        Assert.Empty(Sender.Delivered);
        Assert.Equal("24h uncertain (timeout), 3h planned", await _host.StatesAsync());
        Assert.Equal("check", Assert.Single(await _host.TasksAsync()).Kind);
    }

    [Fact]
    public async Task A_delivery_that_failed_later_moves_on_to_the_next_channel_or_a_person()
    {
        await _host.BookAsync("2026-11-24T14:30");
        await _host.SweepAtAsync("2026-11-23T14:30:00");
        var sent = (await _host.RemindersAsync())[0].MessageId;

        await _host.TellAsync("delivery.failed", $"\"externalId\":\"{sent}\",\"inReplyTo\":\"{sent}\"");
        await _host.SweepAtAsync("2026-11-23T14:31:00");

        Assert.StartsWith("24h failed", await _host.StatesAsync(), StringComparison.Ordinal);
        Assert.Single(await _host.TasksAsync());
    }

    [Fact]
    public async Task Without_any_channel_nobody_is_troubled()
    {
        Sender.Connected.Clear();
        await _host.BookAsync("2026-11-24T14:30");

        await _host.SweepAtAsync("2026-11-23T14:30:00");

        Assert.Equal("24h void (off), 3h planned", await _host.StatesAsync());
        Assert.Empty(await _host.TasksAsync());
    }

    [Theory]
    [InlineData("2026-11-23T17:40:00", "24h sent, 3h planned", 0)]
    [InlineData("2026-11-24T13:29:00", "24h void (overtaken), 3h sent", 0)]
    [InlineData("2026-11-24T13:31:00", "24h failed (missed), 3h failed (missed)", 1)]
    [InlineData("2026-11-23T23:00:00", "24h failed (missed), 3h planned", 1)]
    public async Task After_an_outage_only_what_is_still_of_use_is_sent_and_never_at_night(string back, string states, int tasks)
    {
        await _host.BookAsync("2026-11-24T14:30");

        await _host.SweepAtAsync(back);

        Assert.Equal(states, await _host.StatesAsync());
        Assert.Equal(tasks, (await _host.TasksAsync()).Count);
    }
}
