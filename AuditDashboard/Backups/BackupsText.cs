namespace AuditDashboard.Backups;

/// <summary>Marks the words of this capability (resource files beside it).</summary>
public sealed class BackupsText;
