namespace AuditDashboard.Channels.Health;

/// <summary>The words of the health of channels.</summary>
internal sealed class HealthText;
