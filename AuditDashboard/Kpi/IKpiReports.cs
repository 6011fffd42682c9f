namespace AuditDashboard.Kpi;

/// <summary>Numbers for a period, from rollups; never a scan of events.</summary>
public interface IKpiReports
{
    Task<KpiReport> RunAsync(KpiFilter filter, CancellationToken cancel);
}
