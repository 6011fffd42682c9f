namespace AuditDashboard.Kpi.Metrics;

/// <summary>Percentiles by nearest rank: the value at place ⌈p·n⌉ (product.md section 3.0).</summary>
internal static class NearestRank
{
    /// <summary>1-based place of the percentile among <paramref name="count"/> ascending values; whole numbers, so that 0.9 × 20 is 18.</summary>
    public static long Place(long count, int percent) => Math.Max(1, ((count * percent) + 99) / 100);

    /// <returns>Null where there is no value.</returns>
    public static long? Of(IReadOnlyList<long> ascending, int percent) =>
        ascending.Count == 0 ? null : ascending[(int)Place(ascending.Count, percent) - 1];
}
