using System.Text.Json;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Bitrix24.Portal;

/// <summary>Applies <c>Provisioning:Bitrix24</c> at each start: a new address is taken, one that was applied before never overwrites a person's.</summary>
internal sealed partial class ProvisionPortal(
    IOptions<PortalProvisioning> provisioning, IOptions<OutboundOptions> outbound, PortalStore store, ILogger<ProvisionPortal> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.LoadAsync(cancellationToken);
        if (WebhookAddress.Read(provisioning.Value.WebhookUrl, outbound.Value.AllowPrivateNetworks) is not { } address)
        {
            return;
        }

        var digest = DedupeKey.Digest(address.Whole, 64);
        if ((await store.RowAsync(cancellationToken))?.Provisioned != digest)
        {
            await store.ChangeAsync(row => Enter(row, address, digest), cancellationToken);
            LogProvisioned(address.Masked);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Enter(PortalRow row, WebhookAddress address, string digest)
    {
        store.Enter(row, address);
        row.Provisioned = digest;
        if (row.Settings.Length == 0)
        {
            row.Settings = JsonSerializer.Serialize(new PortalSettings { Comments = provisioning.Value.Comments, Duplicates = provisioning.Value.Duplicates });
        }
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Information, Message = "Provisioned the Bitrix24 portal {Address}")]
    private partial void LogProvisioned(string address);
}
