namespace AuditDashboard.Kpi.Metrics;

/// <summary>Whether silence is chance (product.md section 3.13, K17).</summary>
internal static class Silence
{
    /// <summary>The chance that nothing comes where this many are expected (Poisson).</summary>
    public static double Chance(double expected) => Math.Exp(-expected);
}
