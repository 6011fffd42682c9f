namespace AuditDashboard.Kpi.Rows;

/// <summary>Words of the rows behind a number.</summary>
internal sealed class NumberText;
