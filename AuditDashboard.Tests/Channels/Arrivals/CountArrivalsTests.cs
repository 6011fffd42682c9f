using System.Net;
using AuditDashboard.Channels.Arrivals;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Arrivals;

public sealed class CountArrivalsTests : IngestTests
{
    private const string Update = "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1795341600,\"chat\":{\"id\":5,\"type\":\"private\"},\"from\":{\"id\":5,\"is_bot\":false,\"first_name\":\"A\"},\"text\":\"1\"}}";

    [Fact]
    public async Task Each_sender_is_counted_apart_and_repeats_do_not_count()
    {
        await PostAsync(1);
        await PostAsync(2);
        await PostAsync(2);
        await Host.PostAsync(Update, path: "/hooks/ep-telegram", by: Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", "tg-secret-0001"));

        var (byKey, byTelegram) = (await OfAsync(""), await OfAsync("ep-telegram"));

        Assert.Equal((2, 2, 2L), (byKey.Since, byKey.Hours[^1], byKey.LastSeq));
        Assert.Equal((1, Host.Clock.GetUtcNow()), (byTelegram.Since, byTelegram.LastAt));
    }

    [Fact]
    public async Task Hours_stay_apart_and_what_the_application_does_itself_is_nobodys()
    {
        await PostAsync(1);
        Host.Clock.Advance(TimeSpan.FromHours(2));
        await PostAsync(2);
        await Host.Get<IEventLog>().AppendAsync([OwnEvent.Draft(EventTypes.SettingsChanged, Host.Clock, new Dictionary<string, string?>())], Cancel);

        var all = await Host.Get<ArrivalsQuery>().RunAsync(Host.Clock.GetUtcNow(), Cancel);

        var mine = Assert.Single(all).Value;
        Assert.Equal((1, 1, 0, 1), (mine.Since, mine.Hours[^1], mine.Hours[^2], mine.Hours[^3]));
    }

    [Fact]
    public async Task A_week_later_the_same_hour_begins_anew()
    {
        await PostAsync(1);
        Host.Clock.AdjustTime(Host.Clock.GetUtcNow().AddDays(7));
        await PostAsync(2);

        Assert.Equal((1, 2L), ((await OfAsync("", TimeSpan.FromDays(30))).Since, (await OfAsync("")).LastSeq));
    }

    [Fact]
    public async Task After_a_restart_the_hour_is_counted_on()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        for (var i = 0; i < 2; i++)
        {
            await using var host = await IngestHost.StartAsync(folder, Endpoints);
            await host.PostAsync(Event(i));
            Assert.Equal(i + 1, (await host.Get<ArrivalsQuery>().RunAsync(host.Clock.GetUtcNow(), Cancel))[("salon-bot", "")].Since);
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task PostAsync(int id) => Assert.True((await Host.PostAsync(Event(id))).StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK);

    private static string Event(int id) => $$"""{"id":"a-{{id}}","type":"message.received","time":"2026-11-22T10:00:00Z","client":{"id":"tg:1"},"text":"1"}""";

    private async Task<SenderArrivals> OfAsync(string endpoint, TimeSpan back = default) =>
        (await Host.Get<ArrivalsQuery>().RunAsync(Host.Clock.GetUtcNow() - back, Cancel))[("salon-bot", endpoint)];
}
