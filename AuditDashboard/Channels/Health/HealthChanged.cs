namespace AuditDashboard.Channels.Health;

/// <summary>News: channels were probed, or one fell silent or was heard again.</summary>
internal sealed record HealthChanged;
