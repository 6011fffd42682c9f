using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Dossiers;

/// <summary>Names, contacts, dialogs and words of a person from all merged records.</summary>
internal sealed class FillDossier(IDbContextFactory<AuditDbContext> databases, IClients clients, IEventReader events) : IDossierSource
{
    public async Task FillAsync(ClientId client, PersonDossier dossier, CancellationToken cancel)
    {
        var members = await clients.MembersAsync(client.ToString(), cancel);
        if (members.Count == 0)
        {
            return;
        }

        dossier.IsKnown = true;
        await FillContactsAsync(members, dossier, cancel);
        foreach (var stored in await events.OfClientsAsync(members, cancel))
        {
            Add(stored, dossier);
        }
    }

    private async Task FillContactsAsync(IReadOnlyList<ClientId> members, PersonDossier dossier, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var records = await db.Set<ClientRow>().AsNoTracking().Where(row => members.Contains(row.Id)).ToListAsync(cancel);
        dossier.Name = records.OrderByDescending(record => record.Id == record.RootId).Select(record => record.Name).FirstOrDefault(name => name is not null);
        var shown = await db.Set<PhoneRow>().AsNoTracking().Where(row => members.Contains(row.ClientId)).Select(row => row.Phone).ToListAsync(cancel);
        dossier.Phones.AddRange(records.Select(record => record.Phone).OfType<string>().Concat(shown).Distinct().Order(StringComparer.Ordinal));
        dossier.Addresses.AddRange((await db.Set<IdentityRow>().AsNoTracking().Where(row => members.Contains(row.ClientId)).OrderBy(row => row.FirstSeenAt).ToListAsync(cancel))
            .Select(row => new PersonDossier.Address(row.Channel, row.Address, row.FirstSeenAt)));
        dossier.Dialogs.AddRange((await db.Set<SessionRow>().AsNoTracking().Where(row => members.Contains(row.ClientId)).OrderBy(row => row.StartedAt).ToListAsync(cancel))
            .Select(row => new PersonDossier.Dialog(row.Id.Value, row.Channel, row.StartedAt, row.LastActivityAt, row.Messages)));
    }

    private static void Add(StoredEvent stored, PersonDossier dossier)
    {
        var content = stored.Content;
        if (stored.Type.StartsWith("message.", StringComparison.Ordinal) || stored.Type.StartsWith("call.", StringComparison.Ordinal))
        {
            dossier.Messages.Add(new PersonDossier.Message(stored.EffectiveAt, stored.Channel, content?.Actor ?? (stored.Type == EventTypes.MessageReceived ? "client" : "ai"), content?.Text ?? content?.Transcript?.Text));
        }
        else if (stored.Type.StartsWith("consent.", StringComparison.Ordinal))
        {
            dossier.Consents.Add(new PersonDossier.Consent(stored.EffectiveAt, stored.Type, content?.DataText("purpose"), content?.DataText("version")));
        }

        if (content?.Model is { } model)
        {
            dossier.Recipients.Add(string.Join(' ', new[] { model.Provider, model.Name }.OfType<string>()));
        }

        if (content?.Booking is { } booking && stored.Type == EventTypes.BookingCreated)
        {
            dossier.Bookings.Add(new PersonDossier.Booking(booking.Id, booking.Service, booking.Staff, booking.Start));
        }
    }
}
