using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Retention.Erasure;

/// <summary>Where an owner on a page asks for an erasure.</summary>
internal sealed class ErasureDesk(AskErasure asking, ICurrentViewer viewers, IAccessJournal journal)
{
    /// <summary>Refusals: <c>forbidden</c>, and those of <see cref="AskErasure"/>.</summary>
    public async Task<Refusal?> AskAsync(Guid client, string basis, string reason, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner)
        {
            return new Refusal("forbidden");
        }

        await journal.WriteAsync("erasure.asked", client.ToString(), null, cancel);
        return (await asking.HandleAsync(client, basis, reason, viewer.UserId, viewer.Name, cancel)).Refusal;
    }
}
