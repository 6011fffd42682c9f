namespace AuditDashboard.Evidence;

/// <summary>Words of the evidence.</summary>
public sealed class EvidenceText;
