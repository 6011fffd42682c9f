using System.Net;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using static AuditDashboard.Tests.Channels.Forwarding.ForwardedBot;

namespace AuditDashboard.Tests.Channels.Connect;

/// <summary>An owner puts the log between messenger and bot, and takes it out again, on the page alone.</summary>
public sealed class ForwardingTests : IngestTests
{
    private const string Id = "telegram-new";

    [Fact]
    public async Task An_address_typed_on_the_page_gets_the_calls_until_passing_on_is_stopped()
    {
        await using var bot = await FakeServer.StartAsync(SaysYes);
        var connecting = new Connecting(Host, SignedIn.Owner);
        var secret = (await connecting.Endpoints.HandleAsync(Wanted(bot.Address + "/hidden"), Cancel)).Value![EndpointShape.Secret];

        var through = await PostAsync(secret);
        var shown = ForwardAddress.HostOf(Host.Get<IChannelEndpoints>().Find(Id)!);
        var refusal = await connecting.Change.StopForwardingAsync(Id, Cancel);
        var own = await PostAsync(secret);

        Assert.Null(refusal);
        Assert.Equal(new Uri(bot.Address).Authority, shown);
        Assert.Equal((HttpStatusCode.OK, "yes"), (through.StatusCode, await through.Content.ReadAsStringAsync(Cancel)));
        Assert.Equal((HttpStatusCode.OK, false), (own.StatusCode, (await own.Content.ReadAsStringAsync(Cancel)) == "yes"));
        Assert.Single(bot.Calls);
        Assert.Null(ForwardAddress.HostOf(Host.Get<IChannelEndpoints>().Find(Id)!));
        Assert.Equal([$"endpoint.connected {Id}", $"endpoint.unforwarded {Id}"], connecting.Journal.Entries);
    }

    [Theory]
    [InlineData("bot.example.ru")]
    [InlineData("ftp://bot.example.ru/")]
    [InlineData("https://name:word@bot.example.ru/")]
    public async Task An_address_that_is_none_is_refused_by_name(string address)
    {
        var refusal = (await new Connecting(Host, SignedIn.Owner).Endpoints.HandleAsync(Wanted(address), Cancel)).Refusal;

        Assert.Equal(("member.invalid", (object)ForwardAddress.Member), (refusal?.Code, refusal?.Arguments[0]));
    }

    [Fact]
    public async Task A_manager_stops_nothing()
    {
        await new Connecting(Host, SignedIn.Owner).Endpoints.HandleAsync(Wanted("http://127.0.0.1:9/bot"), Cancel);

        var refusal = await new Connecting(Host, SignedIn.Manager).Change.StopForwardingAsync(Id, Cancel);

        Assert.Equal("forbidden", refusal?.Code);
        Assert.NotNull(ForwardAddress.HostOf(Host.Get<IChannelEndpoints>().Find(Id)!));
    }

    private static NewEndpoint Wanted(string address) => new(Id, "telegram", "salon-bot", null, new Dictionary<string, string> { [ForwardAddress.Member] = address });

    private Task<HttpResponseMessage> PostAsync(string secret) =>
        Host.PostAsync(Update, path: $"/hooks/{Id}", by: Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", secret));
}
