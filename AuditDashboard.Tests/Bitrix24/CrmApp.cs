using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Tests.Bitrix24.Emulator;
using AuditDashboard.Tests.Retention;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Bitrix24;

/// <summary>The whole application beside an emulated portal. Nothing is sent but when a test says so.</summary>
internal sealed class CrmApp : IAsyncDisposable
{
    private CrmApp(ForgettingApp app, PortalEmulator portal) => (App, Portal) = (app, portal);

    public ForgettingApp App { get; }

    public PortalEmulator Portal { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CrmApp> StartAsync()
    {
        var portal = await PortalEmulator.StartAsync(TimeProvider.System);
        var app = new ForgettingApp(
            null,
            [
                ("Provisioning:Bitrix24:WebhookUrl", portal.WebhookUrl), ("Provisioning:Bitrix24:ApplicationToken", PortalEvents.Token), ("Outbound:AllowPrivateNetworks", "true"),
                ("Bitrix24:SweepSeconds", "0"), .. EndpointSettings.Of("bitrix24").Select(pair => (pair.Item1, pair.Item2!)),
            ]);
        (portal.Events.Client, portal.Events.Handler) = (app.Bot, new Uri("http://localhost/hooks/ep-bitrix24"));
        return new CrmApp(app, portal);
    }

    /// <summary>Sends what waits and is due.</summary>
    public Task SendAsync() => App.Get<SendOutbox>().HandleAsync(Cancel);

    /// <summary>The portal tells what people did there, and it is fetched.</summary>
    public async Task HearAsync()
    {
        await Portal.Events.ReleaseAsync(seed: 1, Cancel);
        await SendAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
