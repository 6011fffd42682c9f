using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations;

/// <summary>News: these sessions have new events or a new outcome.</summary>
public sealed record SessionsChanged(IReadOnlyCollection<SessionId> SessionIds);
