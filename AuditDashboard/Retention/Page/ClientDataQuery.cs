using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Retention.Dossier;
using AuditDashboard.Retention.Erasure;
using AuditDashboard.Retention.Holds;

namespace AuditDashboard.Retention.Page;

/// <summary>Reads what the page of a client's data shows; the access journal knows who looked.</summary>
internal sealed class ClientDataQuery(MakeDossier dossiers, HoldBook holds, ErasureList erasures, SubjectRequests requests, IAccessJournal journal, SalonClock clock)
{
    public async Task<ClientDataView?> RunAsync(Guid client, bool opens, CancellationToken cancel)
    {
        if (await dossiers.ReadAsync(new ClientId(client), cancel) is not { } dossier)
        {
            return null;
        }

        if (opens)
        {
            await journal.WriteAsync("client.data", client.ToString(), null, cancel);
        }

        var held = await holds.OfAsync([client, .. dossier.Dialogs.Select(dialog => dialog.Id)], cancel);
        var open = (await requests.OpenAsync(cancel)).FirstOrDefault(row => row.ClientId == client);
        return new ClientDataView(
            dossier.Name, dossier.Messages.Count, dossier.Phones.Count, dossier.Addresses.Count, dossier.Consents.Count,
            [.. dossier.Dialogs.OrderByDescending(dialog => dialog.StartedAt).Select(dialog => new ClientDataView.Dialog(dialog.Id, dialog.Channel, dialog.StartedAt))],
            [.. held.Select(RetentionQuery.Of)], await erasures.OfClientAsync(client, cancel),
            open is null ? null : new RetentionView.Request(open.Id, client, open.ReceivedOn, open.DueOn, WorkingDays.Between(clock.Today, open.DueOn)));
    }
}
