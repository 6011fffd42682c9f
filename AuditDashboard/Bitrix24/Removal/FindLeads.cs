using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Removal;

/// <summary>The leads of a person: of their records, of their dialogs, and those whose own number, as the sender gave it, names them.</summary>
internal sealed class FindLeads(IDbContextFactory<AuditDbContext> databases)
{
    public async Task<IReadOnlyList<LinkRow>> OfAsync(ErasedPerson person, CancellationToken cancel)
    {
        var (records, dialogs) = (person.Records.ToList(), person.Dialogs.ToList());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var links = db.Set<LinkRow>().AsNoTracking();
        var theirs = await links.Where(link => (link.ClientId != null && records.Contains(link.ClientId.Value)) || (link.SessionId != null && dialogs.Contains(link.SessionId.Value)))
            .ToDictionaryAsync(link => link.Id, cancel);
        await foreach (var link in links.Where(link => link.LeadId != null).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (person.IsNamedIn(link.LeadId))
            {
                theirs[link.Id] = link;
            }
        }

        return [.. theirs.Values];
    }
}
