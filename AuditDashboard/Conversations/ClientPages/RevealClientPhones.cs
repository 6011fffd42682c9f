using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Uncovers a client's phones for a viewer who may see them; the journal knows before the viewer does.</summary>
internal sealed class RevealClientPhones(ClientQuery query, IAccessJournal journal)
{
    /// <param name="reason">Why, as chosen or typed; without one nothing is shown.</param>
    /// <returns>E.164; empty when there are none or the viewer may not see them (auditors only read masked ones).</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(ClientId clientId, string reason, CancellationToken cancel)
    {
        if (reason.Trim().Length < ReasonForm.Shortest || await query.RunAsync(clientId, cancel) is not { MayChange: true, Phones.Count: > 0 } view)
        {
            return [];
        }

        await journal.WriteAsync("phone.revealed", view.Id.ToString(), view.Id, reason, cancel);
        return await query.PhonesAsync(view.Id, cancel);
    }
}
