namespace AuditDashboard.Ui;

/// <summary>Words of the shared parts.</summary>
public sealed class UiText;
