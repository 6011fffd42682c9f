using System.Text;
using System.Text.Json;
using AuditDashboard.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace AuditDashboard.Tests.Relay.Telegram;

/// <summary>A bot whose base address is the relay, and the Bot API behind it.</summary>
internal sealed class BotThroughRelay : IAsyncDisposable
{
    private BotThroughRelay(FakeBotApi api, IngestHost host) => (Api, Host) = (api, host);

    public FakeBotApi Api { get; }

    public IngestHost Host { get; }

    public static async Task<BotThroughRelay> StartAsync(bool privateNetworks = true, Action<WebApplicationBuilder>? also = null)
    {
        var api = await FakeBotApi.StartAsync();
        (string, string?)[] settings =
        [
            ("Provisioning:Endpoints:0:Id", "ep-telegram"), ("Provisioning:Endpoints:0:Kind", "telegram"), ("Provisioning:Endpoints:0:Bot", "salon-bot"),
            ("Provisioning:Endpoints:0:Secret", "tg-secret-0001"), ("Provisioning:Endpoints:0:BotToken", FakeBotApi.Token),
            ("Provisioning:Endpoints:0:ApiBaseUrl", api.Address + "/"), ("Outbound:AllowPrivateNetworks", privateNetworks ? "true" : "false"),
        ];
        return new BotThroughRelay(api, await IngestHost.StartAsync(null, settings, also ?? (_ => { })));
    }

    public Task<HttpResponseMessage> CallAsync(string method, object? fields = null, string token = FakeBotApi.Token) =>
        PostAsync($"/relay/telegram/bot{token}/{method}", new StringContent(JsonSerializer.Serialize(fields ?? new { }), Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => Host.Anyone.PostAsync(path, content, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Api.DisposeAsync();
    }
}
