namespace AuditDashboard.Kpi.Metrics;

/// <summary>How far two reviewers agree beyond chance (product.md section 3.7).</summary>
internal static class Agreement
{
    /// <summary>Cohen's kappa of a square table: rows one reviewer's verdicts, columns the other's. Null where nothing was judged, or chance alone agrees.</summary>
    public static double? Kappa(IReadOnlyList<IReadOnlyList<long>> table)
    {
        var all = (double)table.Sum(row => row.Sum());
        if (all == 0)
        {
            return null;
        }

        var agreed = table.Select((row, index) => row[index]).Sum() / all;
        var chance = table.Select((row, index) => row.Sum() / all * (table.Sum(other => other[index]) / all)).Sum();
        return chance >= 1 ? null : (agreed - chance) / (1 - chance);
    }
}
