using System.Text.Json;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Bitrix24.Connect;

/// <summary>What an owner does with the connection. Each deed is in the log and in the access journal before it is done.</summary>
internal sealed class ConnectPortal(PortalStore store, NoteBitrixDeed note, CallLimits limits, PortalTurn turn, LearnPortal learn, IOptions<OutboundOptions> outbound)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>address</c>, <c>busy</c>, <c>storage</c>.</summary>
    public async Task<Refusal?> EnterAsync(string typed, CancellationToken cancel)
    {
        if (WebhookAddress.Read(typed, outbound.Value.AllowPrivateNetworks) is not { } address)
        {
            return new Refusal("address");
        }

        if (await note.HandleAsync("connected", cancel) is { } refusal)
        {
            return refusal;
        }

        await store.ConnectAsync(address, cancel);
        return await CheckAsync(cancel);
    }

    /// <summary>Asks everything again; a portal that answers is blocked no more.</summary>
    public async Task<Refusal?> CheckAsync(CancellationToken cancel)
    {
        if (store.Current is not null)
        {
            using var mine = await turn.EnterAsync(cancel);
            limits.Forget();
            learn.Forget();
            await learn.HandleAsync(first: true, cancel);
        }

        return null;
    }

    public async Task<Refusal?> DisconnectAsync(CancellationToken cancel)
    {
        if (await note.HandleAsync("disconnected", cancel) is { } refusal)
        {
            return refusal;
        }

        await store.DisconnectAsync(cancel);
        return null;
    }

    public async Task<Refusal?> ChangeAsync(PortalSettings settings, CancellationToken cancel)
    {
        if (await note.HandleAsync("mapped", cancel) is { } refusal)
        {
            return refusal;
        }

        var json = JsonSerializer.Serialize(settings);
        await store.ChangeAsync(row => row.Settings = json, cancel);
        return null;
    }
}
