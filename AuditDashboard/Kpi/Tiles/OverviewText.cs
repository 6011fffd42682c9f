namespace AuditDashboard.Kpi.Tiles;

/// <summary>Words of the start page.</summary>
internal sealed class OverviewText;
