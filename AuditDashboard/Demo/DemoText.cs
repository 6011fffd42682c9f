namespace AuditDashboard.Demo;

/// <summary>Words of the demo.</summary>
public sealed class DemoText;
