namespace AuditDashboard.Kpi.Judging;

/// <summary>Words of the page of duplicates and missed clients.</summary>
internal sealed class JudgedText;
