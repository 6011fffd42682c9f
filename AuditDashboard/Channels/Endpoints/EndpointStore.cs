using System.Collections.Frozen;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>The endpoints' table with a copy in memory: a call finds its endpoint without touching the disk.</summary>
internal sealed class EndpointStore(IDbContextFactory<AuditDbContext> databases, EndpointSeal seal) : IChannelEndpoints
{
    private FrozenDictionary<string, ChannelEndpoint> _byId = FrozenDictionary<string, ChannelEndpoint>.Empty;

    public IReadOnlyCollection<ChannelEndpoint> All => _byId.Values;

    public ChannelEndpoint? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Changes rows in one transaction; calls see the change when the task is done.</summary>
    public async Task<bool> ChangeAsync(string id, Action<EndpointRow> change, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<EndpointRow>().SingleOrDefaultAsync(found => found.Id == id, cancel);
        if (row is null)
        {
            return false;
        }

        change(row);
        await db.SaveChangesAsync(cancel);
        await LoadAsync(cancel);
        return true;
    }

    /// <summary>Adds an endpoint; calls find it when the task is done.</summary>
    public async Task AddAsync(EndpointRow row, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        await LoadAsync(cancel);
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<EndpointRow>().AsNoTracking().Where(row => row.RevokedAt == null).ToListAsync(cancel);
        _byId = rows.Select(seal.Open).ToFrozenDictionary(endpoint => endpoint.Id, StringComparer.Ordinal);
    }
}
