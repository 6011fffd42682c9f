namespace AuditDashboard.Channels.Connect;

/// <summary>The words of the page of integrations.</summary>
internal sealed class ConnectText;
