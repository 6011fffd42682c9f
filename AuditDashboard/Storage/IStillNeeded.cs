using AuditDashboard.Foundation;

namespace AuditDashboard.Storage;

/// <summary>Knows which old events still serve what they were collected for: a booking whose visit lies ahead must be known until it is over.</summary>
public interface IStillNeeded
{
    /// <summary>Seqs of these clients' events that retention leaves for now.</summary>
    Task<IReadOnlySet<long>> SeqsAsync(IReadOnlyCollection<ClientId> clients, CancellationToken cancel);
}
