using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Pack;

internal sealed class DisputePacks(ICurrentViewer viewers, PackReasons reasons) : IDisputePacks
{
    public async Task<Outcome<string>> OrderAsync(SessionId sessionId, string reason, CancellationToken cancel) =>
        (await viewers.GetAsync()).IsOwner
            ? $"api/v1/evidence/sessions/{sessionId}/pack?ticket={reasons.Keep(reason)}"
            : new Refusal("forbidden");
}
