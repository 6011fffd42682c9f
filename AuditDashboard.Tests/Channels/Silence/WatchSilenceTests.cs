using System.Text;
using AuditDashboard.Channels.Health;
using AuditDashboard.Channels.Silence;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Silence;

/// <summary>A salon where five clients write between one and two on Sundays; it is Sunday, 22 November 2026, one o'clock in Moscow.</summary>
public sealed class WatchSilenceTests : IngestTests
{
    [Fact]
    public async Task Silence_is_told_once_when_nearly_five_should_have_come()
    {
        await SeedAsync();

        Host.Clock.Advance(TimeSpan.FromMinutes(55));
        Assert.False(await LookAsync());
        Host.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await LookAsync());
        Host.Clock.Advance(TimeSpan.FromHours(3));
        Assert.False(await LookAsync());

        var warning = Assert.Single(await WarningsAsync());
        Assert.Equal(("telegram", "system", "silence"), (warning.Channel, warning.Content!.Actor, warning.Content.DataText("reason")));
        Assert.Null(warning.SessionId);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), (await FlowAsync()).SilentSince);
    }

    [Fact]
    public async Task Who_is_heard_again_is_silent_no_more_and_may_fall_silent_anew()
    {
        await SeedAsync();
        Host.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync();

        await PostAsync("back", Host.Clock.GetUtcNow());

        Assert.True(await LookAsync());
        Assert.Null((await FlowAsync()).SilentSince);
        Host.Clock.AdjustTime(Host.Clock.GetUtcNow().AddDays(7));
        await LookAsync();
        Assert.Equal(2, (await WarningsAsync()).Count);
    }

    [Fact]
    public async Task One_client_is_enough_and_answers_of_the_assistant_are_not()
    {
        await SeedAsync();
        Host.Clock.Advance(TimeSpan.FromMinutes(30));
        await PostAsync("one", Host.Clock.GetUtcNow());
        Host.Clock.Advance(TimeSpan.FromMinutes(45));
        await PostAsync("sent", Host.Clock.GetUtcNow(), "message.sent");
        await LookAsync();

        Assert.Empty(await WarningsAsync());
        Assert.Equal(1, (await FlowAsync()).Day);
    }

    [Fact]
    public async Task A_young_channel_is_not_judged()
    {
        await SeedAsync(weeks: 2);
        Host.Clock.Advance(TimeSpan.FromHours(6));

        Assert.False(await LookAsync());
        Assert.Null((await FlowAsync()).UsualDay);
    }

    [Fact]
    public async Task After_a_restart_what_was_told_is_not_told_again_and_the_time_away_does_not_count()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        for (var i = 0; i < 2; i++)
        {
            await using var host = await IngestHost.StartAsync(folder, Endpoints);
            await SeedAsync(host);
            if (i == 1)
            {
                host.Clock.Advance(TimeSpan.FromMinutes(30));
            }

            Assert.False(await host.Get<WatchSilence>().HandleAsync(Cancel));
            host.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(i == 0, await host.Get<WatchSilence>().HandleAsync(Cancel));
            Assert.Single(await host.EventsAsync(), stored => stored.Type == EventTypes.ChannelWarning);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Tries_and_imports_are_nobodys_coming()
    {
        await PostAsync("t", Host.Clock.GetUtcNow(), data: """{"test":true}""");
        await PostAsync("i", Host.Clock.GetUtcNow(), data: """{"imported":true}""");

        Assert.Empty(await Host.Get<FlowsQuery>().RunAsync(Cancel));
    }

    private Task SeedAsync(int weeks = 6) => SeedAsync(Host, weeks);

    private static async Task SeedAsync(IngestHost host, int weeks = 6)
    {
        var body = new StringBuilder("[");
        for (var i = 0; i < weeks * 5; i++)
        {
            var at = new DateTimeOffset(2026, 11, 22, 10, 5, 0, TimeSpan.Zero).AddDays(-7 * (1 + i / 5)).AddMinutes(i % 5);
            body.Append(i == 0 ? "" : ",").Append(Event($"seed-{i}", at));
        }

        await host.PostAsync(body.Append(']').ToString());
    }

    private Task PostAsync(string id, DateTimeOffset at, string type = "message.received", string data = "{}") => Host.PostAsync(Event(id, at, type, data));

    private static string Event(string id, DateTimeOffset at, string type = "message.received", string data = "{}") =>
        $$"""{"id":"{{id}}","type":"{{type}}","time":"{{at:O}}","channel":"telegram","client":{"id":"tg:{{id}}"},"text":"1","data":{{data}} }""";

    private Task<bool> LookAsync() => Host.Get<WatchSilence>().HandleAsync(Cancel);

    private async Task<List<StoredEvent>> WarningsAsync() => [.. (await Host.EventsAsync()).Where(stored => stored.Type == EventTypes.ChannelWarning)];

    private async Task<ConnectionHealth.Flow> FlowAsync() => Assert.Single((await Host.Get<HealthQuery>().RunAsync(Cancel))[("salon-bot", "")].Flows);
}
