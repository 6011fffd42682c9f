namespace AuditDashboard.Kpi;

/// <summary>Everything a page about numbers shows, from sums; never a scan of events.</summary>
public interface IKpiOverviews
{
    /// <summary>Two periods side by side: what the start page needs.</summary>
    Task<KpiOverview> RunAsync(KpiFilter filter, CancellationToken cancel);

    /// <summary>The finer numbers of one period: K12, K14, K15, K18–K20 and what stands beside K2, K4, K5 and K6.</summary>
    Task<KpiDetails> DetailsAsync(KpiFilter filter, CancellationToken cancel);

    /// <summary>The releases that answered in the period, the busiest first, for a filter.</summary>
    Task<IReadOnlyList<string>> ReleasesAsync(KpiFilter filter, CancellationToken cancel);
}
