using AuditDashboard.Reminders.Sending;

namespace AuditDashboard.Tests.Reminders.Outages;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow, until the clock is moved.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData("2026-11-23T15:02:30", 1)]
    [InlineData("2026-11-23T15:02:31", 2)]
    public async Task After_more_than_150_s_away_the_unanswered_are_asked_once_more(string back, int messages)
    {
        await using var host = await ReminderHost.StartAsync(null);
        await host.BookAsync("2026-11-24T14:30");
        await host.SweepAtAsync("2026-11-23T14:30:00");
        host.MoveTo("2026-11-23T15:00:00");
        await host.BeatAsync();

        host.MoveTo(back);
        await host.BeatAsync();
        await host.SweepAsync();
        await host.BeatAsync();
        await host.SweepAtAsync("2026-11-23T16:00:00");

        Assert.Equal(messages, host.Sender.Delivered.Count);
        Assert.Equal(messages > 1, host.Sender.Delivered.Last().Message.Text.StartsWith("У нас был сбой связи", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_answered_is_left_alone_and_the_night_too()
    {
        await using var host = await ReminderHost.StartAsync(null);
        await host.BookAsync("2026-11-24T14:30");
        await host.BookAsync("2026-11-24T14:45", "B-2", "tg:700000102");
        await host.SweepAtAsync("2026-11-23T14:45:00");
        await host.WriteAsync("да");
        await host.BeatAsync();

        host.MoveTo("2026-11-23T22:00:00");
        await host.BeatAsync();
        await host.SweepAsync();
        Assert.Equal(2, host.Sender.Delivered.Count);
        await host.SweepAtAsync("2026-11-24T09:00:00");

        Assert.Equal(3, host.Sender.Delivered.Count);
        Assert.Equal("tg:700000102", host.Sender.Delivered.Last().Message.Address);
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_died_is_uncertain_and_staff_looks_after_it()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        await using (var first = await ReminderHost.StartAsync(folder))
        {
            await first.BookAsync("2026-11-24T14:30");
            first.MoveTo("2026-11-23T14:30:00");
            var endpoints = first.Sender.Endpoints();
            await first.Get<ClaimReminders>().HandleAsync(await first.Get<DueReminders>().ListAsync(10, endpoints, TestContext.Current.CancellationToken), false, TestContext.Current.CancellationToken);
            Assert.Equal("24h sending, 3h planned", await first.StatesAsync());
        }

        await using (var second = await ReminderHost.StartAsync(folder))
        {
            await second.SweepAtAsync("2026-11-23T14:35:00");

            Assert.Equal("24h uncertain (interrupted), 3h planned", await second.StatesAsync());
            Assert.Equal("check", Assert.Single(await second.TasksAsync()).Kind);
            Assert.Empty(second.Sender.Delivered);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task New_quiet_hours_move_what_is_planned_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        await using (var first = await ReminderHost.StartAsync(folder))
        {
            await first.BookAsync("2026-11-24T14:30");
        }

        await using (var second = await ReminderHost.StartAsync(folder, ("Provisioning:Reminders:QuietHours:To", "12:00")))
        {
            Assert.Equal("24h planned, 3h planned", await second.StatesAsync());
            Assert.Equal(12, (await second.RemindersAsync())[1].DueAt.AddHours(3).Hour);
        }

        Directory.Delete(folder, recursive: true);
    }
}
