namespace AuditDashboard.Ingestion;

/// <summary>The words of the quarantine page.</summary>
public sealed class IngestionText;
