using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Status;

internal sealed class BitrixStatusQuery(PortalStore store, CallLimits limits, IDbContextFactory<AuditDbContext> databases, TimeProvider time)
{
    private static readonly string[] Pending = [OutboxRow.Ready, OutboxRow.Sending, OutboxRow.Unknown];

    public async Task<BitrixStatus> RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pending = db.Set<OutboxRow>().AsNoTracking().Where(row => Pending.Contains(row.State));
        var (queue, oldest) = (await pending.CountAsync(cancel), await pending.MinAsync(row => (DateTimeOffset?)row.CreatedAt, cancel));
        var dead = await db.Set<OutboxRow>().CountAsync(row => row.State == OutboxRow.Dead, cancel);
        var (state, reason) = StateOf();
        return new BitrixStatus(
            state, reason, queue, oldest is { } since ? Math.Max(0, (long)(time.GetUtcNow() - since).TotalSeconds) : null, dead, store.Current?.LastSuccessAt);
    }

    private (string State, string? Reason) StateOf() => store.Current switch
    {
        null => ("off", null),
        { Blocked: { } reason } => ("blocked", reason),
        _ when limits.Paused is { } why => ("throttled", why),
        _ when limits.Gauges.FirstOrDefault(gauge => gauge.ParkedUntil is not null).Method is { } method => ("degraded", method),
        _ => ("ok", null),
    };
}
