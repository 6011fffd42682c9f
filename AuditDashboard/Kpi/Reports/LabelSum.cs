using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Kpi.Reports;

/// <summary>Units of one kind, label and channel over a period; see <see cref="Rollup.LabelRow"/>.</summary>
internal sealed record LabelSum(UnitKind Kind, string Label, string Channel, long Count, long Hits, long More, long Amount);
