using System.Text.Json;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Portal;

/// <summary>The portal's row with a copy in memory.</summary>
internal sealed class PortalStore(IDbContextFactory<AuditDbContext> databases, PortalSeal seal, Pulse<BitrixChanged> changed)
{
    private volatile ConnectedPortal? _portal;

    /// <summary>Null where no portal is connected.</summary>
    public ConnectedPortal? Current => _portal;

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        _portal = await db.Set<PortalRow>().AsNoTracking().SingleOrDefaultAsync(cancel) is { } row ? Open(row) : null;
    }

    /// <summary>Changes the row, made where there is none; everybody sees the change when the task is done.</summary>
    public async Task ChangeAsync(Action<PortalRow> change, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<PortalRow>().SingleOrDefaultAsync(cancel);
        if (row is null)
        {
            db.Add(row = new PortalRow());
        }

        change(row);
        await db.SaveChangesAsync(cancel);
        _portal = Open(row);
        changed.Send(new BitrixChanged());
    }

    /// <summary>The row as it is, for whoever reads more than the portal itself; null without one.</summary>
    public async Task<PortalRow?> RowAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<PortalRow>().AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    public Task DisconnectAsync(CancellationToken cancel) => ChangeAsync(row => (row.SealedAddress, row.Blocked, row.BlockedWords, row.PreparedAt) = ("", null, null, null), cancel);

    /// <summary>Writes the address down, and forgets what stood in its way.</summary>
    public Task ConnectAsync(WebhookAddress address, CancellationToken cancel) => ChangeAsync(row => Enter(row, address), cancel);

    public void Enter(PortalRow row, WebhookAddress address)
    {
        row.SealedAddress = seal.Seal(address.Whole);
        (row.Blocked, row.BlockedWords, row.BlockedAt, row.ProbeAt, row.PreparedAt, row.MovedFrom) = (null, null, null, null, null, null);
    }

    private ConnectedPortal? Open(PortalRow row)
    {
        if (row.SealedAddress.Length == 0 || seal.Open(row.SealedAddress) is not { } whole || WebhookAddress.Read(whole, allowPrivate: true) is not { } address)
        {
            return null;
        }

        return new ConnectedPortal(address, Read(row.Settings, new PortalSettings()), Read(row.Facts, PortalFacts.Unknown))
        {
            Blocked = row.Blocked, BlockedWords = row.BlockedWords, ProbeAt = row.ProbeAt, PreparedAt = row.PreparedAt, LastSuccessAt = row.LastSuccessAt, Cursor = row.Cursor,
            ReconciledAt = row.ReconciledAt, MovedFrom = row.MovedFrom,
        };
    }

    private static T Read<T>(string json, T absent) => json.Length == 0 ? absent : JsonSerializer.Deserialize<T>(json) ?? absent;
}
