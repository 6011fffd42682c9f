using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Removal;

/// <summary>All records of a person, and every name, phone and address in them: by these they are found where nobody knows of records.</summary>
internal sealed class FindPerson(IDbContextFactory<AuditDbContext> databases)
{
    public async Task RunAsync(ErasedPerson person, CancellationToken cancel)
    {
        await AddMembersAsync(person.Records, cancel);
        var ids = person.Records;
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var record in await db.Set<ClientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel))
        {
            person.IsKnown = true;
            person.MarkName(record.Name);
            person.MarkPhone(record.Phone);
        }

        foreach (var address in await db.Set<IdentityRow>().AsNoTracking().Where(row => ids.Contains(row.ClientId)).Select(row => row.Address).ToListAsync(cancel))
        {
            person.MarkAddress(address);
            person.MarkPhone(Phones.OfAddress(address));
        }

        foreach (var phone in await db.Set<PhoneRow>().AsNoTracking().Where(row => ids.Contains(row.ClientId)).Select(row => row.Phone).ToListAsync(cancel))
        {
            person.MarkPhone(phone);
        }

        await MarkDialogsAsync(db, person, cancel);
    }

    /// <summary>Adds the records that were merged with these.</summary>
    public async Task AddMembersAsync(HashSet<ClientId> records, CancellationToken cancel)
    {
        if (records.Count == 0)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var roots = await db.Set<ClientRow>().Where(row => records.Contains(row.Id)).Select(row => row.RootId).Distinct().ToListAsync(cancel);
        records.UnionWith(await db.Set<ClientRow>().Where(row => roots.Contains(row.RootId)).Select(row => row.Id).ToListAsync(cancel));
    }

    private static async Task MarkDialogsAsync(AuditDbContext db, ErasedPerson person, CancellationToken cancel)
    {
        var ids = person.Records;
        var sessions = db.Set<SessionRow>().AsNoTracking().Where(row => ids.Contains(row.ClientId));
        foreach (var dialog in await sessions.Select(row => new { row.Id, row.ClientAddress, row.SessionKey }).ToListAsync(cancel))
        {
            person.Dialogs.Add(dialog.Id);
            person.MarkAddress(dialog.ClientAddress);
            person.Mark(dialog.SessionKey);
        }

        foreach (var address in await db.Set<BookingRow>().AsNoTracking().Where(row => row.ClientId != null && ids.Contains(row.ClientId.Value)).Select(row => row.ClientAddress).ToListAsync(cancel))
        {
            person.MarkAddress(address);
        }
    }
}
