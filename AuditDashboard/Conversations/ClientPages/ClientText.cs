namespace AuditDashboard.Conversations.ClientPages;

/// <summary>The words of a client's page.</summary>
internal sealed class ClientText;
