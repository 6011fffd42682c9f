using AuditDashboard.Digest.Chats;
using AuditDashboard.Digest.Sending;
using AuditDashboard.Digest.Writing;
using AuditDashboard.Tests.Channels.Sending;
using AuditDashboard.Tests.Channels.Sending.Emulators;

namespace AuditDashboard.Tests.Digest.Writing;

/// <summary>The morning's digest: once a day, at the salon's nine, whatever happens to the process.</summary>
public sealed class MorningTests : IAsyncDisposable
{
    private DigestBench _bench = null!;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task It_leaves_at_nine_and_once_however_often_it_is_looked_and_the_process_starts_anew()
    {
        _bench = await DigestBench.StartAsync();
        await _bench.SilenceAlarmsAsync();
        await _bench.BindAsync();

        await _bench.SweepAtAsync("2026-11-23T05:59:00");
        Assert.Empty(_bench.Arrived);
        await _bench.SweepAtAsync("2026-11-23T06:00:00");
        await _bench.SweepAtAsync("2026-11-23T06:01:00");
        await _bench.RestartAsync(_bench.App.Clock.GetUtcNow().AddMinutes(1));
        await _bench.SweepAtAsync("2026-11-23T10:00:00");
        Assert.Single(_bench.Arrived);

        await _bench.SweepAtAsync("2026-11-24T06:00:00");
        Assert.Equal(2, _bench.Arrived.Count);
        Assert.Contains("22\u00A0ноября", _bench.Arrived[0], StringComparison.Ordinal);
        Assert.Contains("23\u00A0ноября", _bench.Arrived[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Asia/Vladivostok", "2026-11-22T22:59:00", "2026-11-22T23:00:00")]
    [InlineData("Europe/Kaliningrad", "2026-11-23T06:59:00", "2026-11-23T07:00:00")]
    public async Task Nine_is_nine_where_the_salon_is(string zone, string before, string at)
    {
        _bench = await DigestBench.StartAsync(("Provisioning:Organization:TimeZone", zone));
        await _bench.SilenceAlarmsAsync();
        await _bench.BindAsync();

        await _bench.SweepAtAsync(before);
        Assert.Empty(_bench.Arrived);
        await _bench.SweepAtAsync(at);

        Assert.Single(_bench.Arrived);
    }

    [Fact]
    public async Task It_says_the_day_what_waits_and_carries_the_checkpoint_of_the_log()
    {
        _bench = await DigestBench.StartAsync(("PublicBaseUrl", "https://audit.example.ru/"));
        await _bench.SilenceAlarmsAsync();
        await _bench.BindAsync();

        await _bench.SweepAtAsync("2026-11-23T06:00:00");

        var text = Assert.Single(_bench.Arrived);
        Assert.StartsWith("☀ Студия: 22\u00A0ноября", text, StringComparison.Ordinal);
        Assert.Matches(@"audit\.example\.ru[^\n]*\n\d+\n[A-Za-z0-9+/=]{44}\n\n— ", text);
        Assert.EndsWith("https://audit.example.ru", text, StringComparison.Ordinal);
        Assert.Equal(text, (await _bench.ListAsync<DigestRow>()).MaxBy(row => row.Day)!.Russian);
    }

    [Fact]
    public async Task It_speaks_the_language_of_whoever_reads_it()
    {
        _bench = await DigestBench.StartAsync();
        await _bench.SilenceAlarmsAsync();
        await _bench.BindAsync();
        await _bench.ChangeAsync<OwnerChatRow>(chat => chat.Language = "en");

        await _bench.SweepAtAsync("2026-11-23T06:00:00");

        Assert.Contains("Checkpoint of the log", Assert.Single(_bench.Arrived), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[а-яА-Я]{2}", _bench.Arrived[0].Replace("Студия", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_leaving_when_the_process_died_is_never_sent_again()
    {
        _bench = await DigestBench.StartAsync();
        await _bench.SilenceAlarmsAsync();
        await _bench.BindAsync();
        await _bench.SweepAtAsync("2026-11-23T06:00:00");
        await _bench.ChangeAsync<OwnerMessageRow>(row => row.State = row.Kind == "digest" ? "sending" : row.State);
        _bench.Emulator.Forget();

        await _bench.RestartAsync(_bench.App.Clock.GetUtcNow().AddMinutes(1));
        await _bench.SweepAtAsync("2026-11-23T07:00:00");

        Assert.Empty(_bench.Emulator.Calls);
        Assert.Equal(("uncertain", "interrupted"), (await _bench.ListAsync<OwnerMessageRow>()).Where(row => row.Kind == "digest").Select(row => (row.State, row.Code!)).Single());
    }

    [Fact]
    public async Task A_broken_line_leaves_it_uncertain_and_a_busy_telegram_only_later()
    {
        _bench = await DigestBench.StartAsync();
        await _bench.SilenceAlarmsAsync();
        await _bench.BindAsync();

        _bench.Emulator.Faults.Enqueue(((TelegramService)SendingBench.Of("telegram")).Limited(30));
        await _bench.SweepAtAsync("2026-11-23T06:00:00");
        Assert.Empty(_bench.Arrived);
        await _bench.SweepAtAsync("2026-11-23T06:02:00");
        Assert.Single(_bench.Arrived);

        _bench.Emulator.Faults.Enqueue(Fault.Drop);
        await _bench.SweepAtAsync("2026-11-24T06:00:00");
        await _bench.SweepAtAsync("2026-11-24T06:10:00");
        Assert.Equal(2, _bench.Arrived.Count);
        Assert.Equal(["sent", "uncertain"], (await _bench.ListAsync<OwnerMessageRow>()).Where(row => row.Kind == "digest").OrderBy(row => row.CreatedAt).Select(row => row.State));
    }

    [Fact]
    public async Task A_machine_that_slept_all_day_disturbs_nobody_at_night()
    {
        _bench = await DigestBench.StartAsync();
        await _bench.SilenceAlarmsAsync();
        await _bench.BindAsync();

        await _bench.SweepAtAsync("2026-11-23T18:30:00");

        Assert.Empty(_bench.Arrived);
        Assert.Contains(await _bench.ListAsync<DigestRow>(), row => row.Day == new DateOnly(2026, 11, 23));
    }
}
