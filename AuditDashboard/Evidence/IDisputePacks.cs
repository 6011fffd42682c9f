using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence;

/// <summary>Evidence packs of one dialog, asked for from a page.</summary>
public interface IDisputePacks
{
    /// <summary>The address the pack is fetched from, once and soon. Refusal: <c>forbidden</c> (only an owner takes a dialog out as evidence).</summary>
    /// <param name="reason">As typed; it goes into the access journal.</param>
    Task<Outcome<string>> OrderAsync(SessionId sessionId, string reason, CancellationToken cancel);
}
