using AuditDashboard.Foundation;

namespace AuditDashboard.Events;

/// <summary>News: a commit added events up to and including this seq, of these clients. Sent in the order of the commits.</summary>
public sealed record EventsAppended(long LastSeq, IReadOnlyCollection<ClientId> Clients);
