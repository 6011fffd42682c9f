namespace AuditDashboard.Kpi.Tiles;

/// <summary>Words of the start page.</summary>
public sealed class OverviewText;
