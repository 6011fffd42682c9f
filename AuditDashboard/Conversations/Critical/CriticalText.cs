namespace AuditDashboard.Conversations.Critical;

/// <summary>Words of the page of critical events.</summary>
internal sealed class CriticalText;
