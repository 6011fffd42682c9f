namespace AuditDashboard.Kpi;

/// <summary>News: numbers of some days changed.</summary>
public sealed record KpiChanged;
