namespace AuditDashboard.Retention;

/// <summary>Marks the words of this capability (resource files beside it).</summary>
public sealed class RetentionText;
