using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence;

/// <summary>Checks one dialog on the spot: its events against their leaves, its leaves against the newest checkpoint.</summary>
public interface IDialogSeals
{
    Task<Seal> CheckAsync(SessionId sessionId, CancellationToken cancel);

    /// <param name="BrokenSeq">The first event that is not what the log committed to; null where all are.</param>
    /// <param name="IsBroken">Something does not fit, though no single event may be to blame.</param>
    sealed record Seal(bool IsBroken, long? BrokenSeq);
}
