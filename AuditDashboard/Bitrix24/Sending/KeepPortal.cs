using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Portal;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Before anything is sent: a blocked portal is asked whether it is still so, a new one what it is, and once an hour what changed.</summary>
internal sealed class KeepPortal(PortalStore store, PortalCalls calls, CallLimits limits, LearnPortal learn, TimeProvider time)
{
    private static readonly TimeSpan FactsLive = TimeSpan.FromHours(1);

    /// <returns>How long to wait before anything can be sent; null when it can.</returns>
    public async Task<TimeSpan?> HandleAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var portal = store.Current!;
        if (portal.Blocked is not null)
        {
            if (portal.ProbeAt is { } probe && probe > now)
            {
                return probe - now;
            }

            var answer = await calls.CallAsync("profile", new JsonObject(), cancel, "probe", anyway: true);
            if (!answer.IsOk)
            {
                await store.ChangeAsync(row => row.ProbeAt = now + PortalCalls.ProbeEvery, cancel);
                return PortalCalls.ProbeEvery;
            }
        }

        if (store.Current!.PreparedAt is { } prepared && now - prepared < FactsLive)
        {
            return null;
        }

        if (!limits.MayStart(1, out var wait))
        {
            return wait;
        }

        return await learn.HandleAsync(store.Current!.PreparedAt is null, cancel) || store.Current!.PreparedAt is not null ? null : Waiting();
    }

    private TimeSpan Waiting() => store.Current is not { Blocked: null } ? PortalCalls.ProbeEvery : limits.MayStart(1, out var wait) ? TimeSpan.FromSeconds(5) : wait;
}
