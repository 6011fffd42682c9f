using System.Net;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static AuditDashboard.Tests.Channels.Forwarding.ForwardedBot;

namespace AuditDashboard.Tests.Channels.Forwarding;

/// <summary>A log that cannot be written must not stand between a client and the bot.</summary>
public sealed class BrokenLogTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bot_answers_all_the_same_and_the_event_is_stored_once_the_disk_has_room_again()
    {
        using var disk = new Disk { IsFull = true };
        await using var bot = await FakeServer.StartAsync(SaysYes);
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address), builder => builder.Services.AddSingleton<IAppendStep>(disk));

        var answer = await host.PostUpdateAsync();
        var before = (await host.EventsAsync()).Count;
        disk.IsFull = false;

        Assert.Equal((HttpStatusCode.OK, "yes", 0), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel), before));
        Assert.Single(bot.Calls);
        await Until(async () => (await host.EventsAsync()).Count == 1, host);
    }

    [Fact]
    public async Task Without_forwarding_the_messenger_is_asked_to_repeat()
    {
        using var disk = new Disk { IsFull = true };
        await using var host = await IngestHost.StartAsync(
            null, InFrontOf(""), builder => builder.Services.AddSingleton<IAppendStep>(disk));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostUpdateAsync()).StatusCode);
    }

    [Fact]
    public async Task A_disk_that_stands_still_holds_the_bot_up_for_five_seconds_at_most()
    {
        using var disk = new Disk();
        await using var bot = await FakeServer.StartAsync(SaysYes);
        await using var host = await IngestHost.StartAsync(null, InFrontOf(bot.Address), builder => builder.Services.AddSingleton<IAppendStep>(disk));

        using (disk.StandStill())
        {
            var waiting = host.PostUpdateAsync();
            await disk.Stands.WaitAsync(Cancel);
            Assert.Empty(bot.Calls);
            await Until(() => Task.FromResult(waiting.IsCompleted), host);
            Assert.Equal("yes", await (await waiting).Content.ReadAsStringAsync(Cancel));
        }

        await Until(async () => (await host.EventsAsync()).Count == 1, host);
    }

    private static async Task Until(Func<Task<bool>> isSo, IngestHost host)
    {
        while (!await isSo())
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Cancel);
        }
    }

    /// <summary>Fails as a disk does, inside the transaction.</summary>
    private sealed class Disk : IAppendStep, IDisposable
    {
        private readonly TaskCompletionSource _stands = new();
        private readonly ManualResetEventSlim _turns = new(initialState: true);

        public bool IsFull { get; set; }

        public Task Stands => _stands.Task;

        public int Order => 0;

        public void Apply(AppendBatch batch)
        {
            if (IsFull)
            {
                throw new SqliteException("database or disk is full", 13);
            }

            if (!_turns.IsSet)
            {
                _stands.TrySetResult();
                _turns.Wait(TimeSpan.FromSeconds(30));
            }
        }

        public void Forget()
        {
        }

        public void Dispose() => _turns.Dispose();

        public IDisposable StandStill()
        {
            _turns.Reset();
            return new Release(_turns);
        }

        private sealed class Release(ManualResetEventSlim turns) : IDisposable
        {
            public void Dispose() => turns.Set();
        }
    }
}
