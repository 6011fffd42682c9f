namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>News: something was put into quarantine or left it.</summary>
internal sealed record QuarantineChanged;
