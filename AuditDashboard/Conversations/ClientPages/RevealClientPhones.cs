using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Uncovers a client's phones for a viewer who may see them; the journal knows before the viewer does.</summary>
internal sealed class RevealClientPhones(ClientQuery query, IAccessJournal journal)
{
    /// <returns>E.164; empty when there are none or the viewer may not see them (auditors only read masked ones).</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(ClientId clientId, CancellationToken cancel)
    {
        if (await query.RunAsync(clientId, cancel) is not { MayChange: true, Phones.Count: > 0 } view)
        {
            return [];
        }

        await journal.WriteAsync("phone.revealed", view.Id.ToString(), null, cancel);
        return await query.PhonesAsync(view.Id, cancel);
    }
}
