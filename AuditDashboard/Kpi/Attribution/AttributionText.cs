namespace AuditDashboard.Kpi.Attribution;

/// <summary>Words of the table of sources.</summary>
internal sealed class AttributionText;
