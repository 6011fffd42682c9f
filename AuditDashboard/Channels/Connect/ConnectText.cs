namespace AuditDashboard.Channels.Connect;

/// <summary>The words of the page of integrations.</summary>
public sealed class ConnectText;
