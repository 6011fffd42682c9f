using AuditDashboard.Channels;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>The page shows the relay's address to bots; an owner who enters it as the service's address must get neither a circle nor messages told twice.</summary>
public sealed class OwnRelayTests
{
    [Theory]
    [InlineData("https://log.salon.example/relay/telegram")]
    [InlineData("http://localhost:5080/relay/telegram/")]
    public async Task Our_own_relay_is_nobodys_service(string entered)
    {
        await using var host = await IngestHost.StartAsync(null, EndpointSettings.Of("telegram", ("Secret", "secret-0001"), ("BotToken", "123:TOKEN"), ("ApiBaseUrl", entered)));

        Assert.Equal("https://api.telegram.org", ServiceAddress.Of(host.Get<IChannelEndpoints>().Find("ep-telegram")!));
        Assert.Equal("https://api.telegram.org", host.Get<ITelegramBots>().Find("123:TOKEN")!.ApiBase);
    }

    [Fact]
    public async Task What_we_send_is_no_word_of_the_bot_in_the_log()
    {
        await using var bench = await SendingBench.StartAsync("telegram");

        Assert.Equal(SendState.Sent, (await bench.SendAsync()).State);

        Assert.Empty(await bench.Host.EventsAsync());
    }

    [Theory]
    [InlineData("telegram", null, "https://api.telegram.org")]
    [InlineData("telegram", "https://relay.example/tg/", "https://relay.example/tg")]
    [InlineData("vk", "", "https://api.vk.ru")]
    public void Any_other_address_counts_as_it_stands(string kind, string? entered, string called) => Assert.Equal(called, ServiceAddress.Of(kind, entered));
}
