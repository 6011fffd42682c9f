using AuditDashboard.Channels;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Noticing;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Connect;

/// <summary>An owner says on the page where a bot is told things, and that it is not any more.</summary>
public sealed class NoticeAddressTests : IngestTests
{
    private const string Id = "events-new";

    [Fact]
    public async Task A_bot_is_told_from_the_moment_its_address_is_typed_until_an_owner_stops_it()
    {
        var connecting = new Connecting(Host, SignedIn.Owner);
        await connecting.Endpoints.HandleAsync(Wanted("events", "https://bot.example.ru/hidden"), Cancel);
        var told = (Host.Get<INoticedBots>().Endpoints(), NoticeAddress.HostOf(Host.Get<IChannelEndpoints>().Find(Id)!));

        var refusals = new[] { await new Connecting(Host, SignedIn.Manager).Change.StopNoticesAsync(Id, Cancel), await connecting.Change.StopNoticesAsync(Id, Cancel) };

        Assert.Equal((Id, "bot.example.ru"), (Assert.Single(told.Item1), told.Item2));
        Assert.Equal(["forbidden", null], refusals.Select(refusal => refusal?.Code));
        Assert.Empty(Host.Get<INoticedBots>().Endpoints());
        Assert.Equal([$"endpoint.connected {Id}", $"endpoint.unnoticed {Id}"], connecting.Journal.Entries);
    }

    [Theory]
    [InlineData("bot.example.ru")]
    [InlineData("https://name:word@bot.example.ru/")]
    public async Task An_address_that_is_none_is_refused_by_name(string address)
    {
        var refusal = (await new Connecting(Host, SignedIn.Owner).Endpoints.HandleAsync(Wanted("events", address), Cancel)).Refusal;

        Assert.Equal(("member.invalid", (object)NoticeAddress.Member), (refusal?.Code, refusal?.Arguments[0]));
    }

    [Fact]
    public async Task Only_endpoints_that_sign_have_one()
    {
        await new Connecting(Host, SignedIn.Owner).Endpoints.HandleAsync(Wanted("telegram", "https://bot.example.ru/"), Cancel);

        Assert.Null(Host.Get<IChannelEndpoints>().Find(Id)!.Member(NoticeAddress.Member));
        Assert.Empty(Host.Get<INoticedBots>().Endpoints());
    }

    private static NewEndpoint Wanted(string kind, string address) => new(Id, kind, "salon-bot", null, new Dictionary<string, string> { [NoticeAddress.Member] = address });
}
