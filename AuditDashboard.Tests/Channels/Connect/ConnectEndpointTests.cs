using System.Net;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Connect;

public sealed class ConnectEndpointTests : IngestTests
{
    private const string Update = "{\"update_id\":1,\"poll\":{}}";

    private static readonly NewEndpoint Wanted = new("telegram-new", "telegram", "salon-bot", "center", new Dictionary<string, string> { ["BotToken"] = "123:TOKEN" });

    [Fact]
    public async Task An_endpoint_made_by_the_owner_answers_at_once_and_is_noted_without_its_secret()
    {
        var connecting = new Connecting(Host, SignedIn.Owner);

        var secret = (await connecting.Endpoints.HandleAsync(Wanted, Cancel)).Value!["Secret"];

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(secret)).StatusCode);
        Assert.Equal("123:TOKEN", Host.Get<IChannelEndpoints>().Find(Wanted.Id)!.Member("BotToken"));
        Assert.Equal([$"endpoint.connected {Wanted.Id}"], connecting.Journal.Entries);
        var noted = Assert.Single(await Host.EventsAsync(), stored => stored.Bot == OwnEvent.Bot);
        Assert.Equal((EventTypes.SettingsChanged, Wanted.Id, SignedIn.Owner.UserId), (noted.Type, noted.Content!.DataText("endpoint"), noted.Content.DataText("by")));
        Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString((await Host.Get<IEventReader>().PayloadAsync(noted.Seq, Cancel))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_owner_may_and_nothing_is_made()
    {
        var connecting = new Connecting(Host, SignedIn.Manager);

        var made = await connecting.Endpoints.HandleAsync(Wanted, Cancel);
        var changes = new[] { await connecting.Change.PauseAsync("ep-telegram", Cancel), await connecting.Change.RevokeAsync("ep-telegram", Cancel), (await connecting.Change.RotateAsync("ep-telegram", Cancel)).Refusal };

        Assert.Equal("forbidden", made.Refusal?.Code);
        Assert.All(changes, refusal => Assert.Equal("forbidden", refusal?.Code));
        Assert.Null(Host.Get<IChannelEndpoints>().Find(Wanted.Id));
        Assert.False(Host.Get<IChannelEndpoints>().Find("ep-telegram")!.IsPaused);
        Assert.Empty(await Host.EventsAsync());
        Assert.Empty(connecting.Journal.Entries);
    }

    [Theory]
    [InlineData("telegram", "app", "bot.invalid")]
    [InlineData("telegram", "имя", "bot.invalid")]
    [InlineData("carrier-pigeon", "salon-bot", "kind.unknown")]
    [InlineData("mango", "salon-bot", "member.missing")]
    public async Task What_cannot_be_is_refused(string kind, string bot, string code) =>
        Assert.Equal(code, (await new Connecting(Host, SignedIn.Owner).Endpoints.HandleAsync(Wanted with { Kind = kind, Bot = bot }, Cancel)).Refusal?.Code);

    [Fact]
    public async Task A_rotated_secret_is_new_and_the_old_one_lives_on_for_a_day()
    {
        var connecting = new Connecting(Host, SignedIn.Owner);
        var old = (await connecting.Endpoints.HandleAsync(Wanted, Cancel)).Value!["Secret"];

        var fresh = (await connecting.Change.RotateAsync(Wanted.Id, Cancel)).Value!;

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], new[] { (await PostAsync(old)).StatusCode, (await PostAsync(fresh)).StatusCode });
        Host.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.OK], new[] { (await PostAsync(old)).StatusCode, (await PostAsync(fresh)).StatusCode });
    }

    [Fact]
    public async Task A_paused_endpoint_refuses_until_it_is_resumed()
    {
        var connecting = new Connecting(Host, SignedIn.Owner);
        var secret = (await connecting.Endpoints.HandleAsync(Wanted, Cancel)).Value!["Secret"];

        await connecting.Change.PauseAsync(Wanted.Id, Cancel);
        var paused = (await PostAsync(secret)).StatusCode;
        await connecting.Change.ResumeAsync(Wanted.Id, Cancel);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (paused, (await PostAsync(secret)).StatusCode));
        Assert.Equal(["endpoint.connected", "endpoint.paused", "endpoint.resumed"], connecting.Journal.Entries.Select(entry => entry.Split(' ')[0]));
    }

    [Fact]
    public async Task A_disconnected_endpoint_stays_gone_even_if_the_configuration_names_it()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        await using (var first = await IngestHost.StartAsync(folder, Endpoints))
        {
            Assert.Null(await new Connecting(first, SignedIn.Owner).Change.RevokeAsync("ep-telegram", Cancel));
            Assert.Null(first.Get<IChannelEndpoints>().Find("ep-telegram"));
        }

        await using (var second = await IngestHost.StartAsync(folder, Endpoints))
        {
            Assert.Null(second.Get<IChannelEndpoints>().Find("ep-telegram"));
            Assert.NotNull(second.Get<IChannelEndpoints>().Find("ep-events"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private Task<HttpResponseMessage> PostAsync(string secret) =>
        Host.PostAsync(Update, path: $"/hooks/{Wanted.Id}", by: Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", secret));
}
