using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Clients;

internal sealed class ClientDirectory(IDbContextFactory<AuditDbContext> databases) : IClients
{
    public async Task<IReadOnlyList<ClientId>> MembersAsync(string idOrAddress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var id = Guid.TryParse(idOrAddress, out var guid)
            ? new ClientId(guid)
            : (await db.Set<IdentityRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Address == idOrAddress, cancel))?.ClientId;
        var root = id is null ? null : (await db.Set<ClientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id.Value, cancel))?.RootId;
        return root is { } found ? await MembersAsync(found, cancel) : [];
    }

    public async Task<IReadOnlyDictionary<ClientId, ClientId>> RootsAsync(IReadOnlyCollection<ClientId> clientIds, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var roots = new Dictionary<ClientId, ClientId>();
        foreach (var part in clientIds.Chunk(500))
        {
            var rows = await db.Set<ClientRow>().AsNoTracking().Where(row => part.Contains(row.Id)).Select(row => new { row.Id, row.RootId }).ToListAsync(cancel);
            rows.ForEach(row => roots[row.Id] = row.RootId);
        }

        return roots;
    }

    public async Task<IReadOnlyList<ClientId>> MembersAsync(ClientId rootId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ClientRow>().Where(row => row.RootId == rootId).Select(row => row.Id).ToListAsync(cancel);
    }

    public async Task<IClients.Contacts?> ContactsAsync(ClientId clientId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var records = await db.Set<ClientRow>().AsNoTracking()
            .Where(row => db.Set<ClientRow>().Any(known => known.Id == clientId && known.RootId == row.RootId)).OrderBy(row => row.CreatedAt).ToListAsync(cancel);
        if (records.Count == 0)
        {
            return null;
        }

        var ids = records.ConvertAll(record => record.Id);
        var addresses = await db.Set<IdentityRow>().AsNoTracking().Where(row => ids.Contains(row.ClientId)).OrderBy(row => row.FirstSeenAt).Select(row => row.Address).ToListAsync(cancel);
        var named = records.OrderByDescending(record => record.Id == record.RootId).ToList();
        return new IClients.Contacts(
            named.Select(record => record.Name).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)), named.Select(record => record.Phone).FirstOrDefault(phone => phone is not null), addresses);
    }
}
