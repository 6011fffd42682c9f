using AuditDashboard.Access;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Reads a person. One without a dialog in the viewer's branches is as good as absent.</summary>
internal sealed class ClientQuery(
    IDbContextFactory<AuditDbContext> databases, IClients clients, ISessions sessions, ICurrentViewer viewers, PersonalHistory history, IAccessJournal journal)
{
    /// <summary>Joins without a person behind them: a conversation learned whose it was.</summary>
    private const string Technical = "conversation";

    /// <summary>As <see cref="RunAsync"/>, and the access journal knows that the viewer opened the page before they see it.</summary>
    public async Task<ClientView?> OpenAsync(ClientId clientId, CancellationToken cancel)
    {
        var view = await RunAsync(clientId, cancel);
        if (view is not null)
        {
            await journal.WriteAsync("client.viewed", view.Id.ToString(), null, cancel);
        }

        return view;
    }

    /// <returns>Null when there is no such client or the viewer may not see them.</returns>
    public async Task<ClientView?> RunAsync(ClientId clientId, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var roots = await clients.RootsAsync([clientId], cancel);
        var visible = (await sessions.OfClientAsync(clientId, cancel)).Where(session => viewer.MaySee(session.Branch)).ToList();
        if (!roots.TryGetValue(clientId, out var root) || (visible.Count == 0 && viewer.Branches is not null))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var records = await db.Set<ClientRow>().AsNoTracking().Where(row => row.RootId == root).ToListAsync(cancel);
        var ids = records.ConvertAll(record => record.Id);
        var addresses = await db.Set<IdentityRow>().AsNoTracking().Where(row => ids.Contains(row.ClientId)).OrderBy(row => row.FirstSeenAt).ToListAsync(cancel);
        var (visits, consents) = await history.RunAsync(root, viewer, cancel);
        return new ClientView(
            root, NameOf(records, root), [.. (await PhonesAsync(db, records, cancel)).Select(PhoneMask.Of)],
            addresses.ConvertAll(row => new ClientView.Address(AddressMask.Of(row.Address), row.Channel, row.FirstSeenAt)),
            visible, await MergesAsync(db, ids, cancel), visible.Select(session => session.StartedAt).Append(records.Min(record => record.CreatedAt)).Min(), viewer.Role != "auditor")
        {
            Visits = visits, Consents = consents,
        };
    }

    /// <summary>E.164, in clear: only for whoever asked and was noted.</summary>
    public async Task<IReadOnlyList<string>> PhonesAsync(ClientId rootId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await PhonesAsync(db, await db.Set<ClientRow>().AsNoTracking().Where(row => row.RootId == rootId).ToListAsync(cancel), cancel);
    }

    private static async Task<IReadOnlyList<string>> PhonesAsync(AuditDbContext db, List<ClientRow> records, CancellationToken cancel)
    {
        var ids = records.ConvertAll(record => record.Id);
        var first = await db.Set<PhoneRow>().AsNoTracking().Where(row => ids.Contains(row.ClientId)).Select(row => row.Phone).ToListAsync(cancel);
        return [.. records.Select(record => record.Phone).OfType<string>().Concat(first).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string? NameOf(List<ClientRow> records, ClientId root) =>
        records.OrderByDescending(record => record.Id == root).ThenBy(record => record.CreatedAt).Select(record => record.Name).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    private static async Task<IReadOnlyList<ClientView.Merge>> MergesAsync(AuditDbContext db, List<ClientId> ids, CancellationToken cancel)
    {
        var merges = await db.Set<MergeRow>().AsNoTracking()
            .Where(row => row.Reason != Technical && (ids.Contains(row.FromId) || ids.Contains(row.IntoId))).OrderByDescending(row => row.Seq).ToListAsync(cancel);
        var joined = merges.ConvertAll(merge => merge.FromId);
        var others = await db.Set<ClientRow>().AsNoTracking().Where(row => joined.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var addresses = (await db.Set<IdentityRow>().AsNoTracking().Where(row => joined.Contains(row.ClientId)).ToListAsync(cancel)).ToLookup(row => row.ClientId, row => row.Address);
        return merges.ConvertAll(merge => new ClientView.Merge(
            merge.FromId, merge.IntoId, others.GetValueOrDefault(merge.FromId)?.Name, addresses[merge.FromId].Select(AddressMask.Of).FirstOrDefault(),
            merge.Reason, merge.At, merge.UndoneAt));
    }
}
