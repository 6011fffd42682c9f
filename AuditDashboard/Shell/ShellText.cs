namespace AuditDashboard.Shell;

/// <summary>Words of the frame.</summary>
public sealed class ShellText;
