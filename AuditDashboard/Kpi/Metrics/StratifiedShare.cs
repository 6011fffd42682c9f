namespace AuditDashboard.Kpi.Metrics;

/// <summary>A share from a sample that took more of some strata than of others (product.md section 3.7): weighted, with the n it is worth.</summary>
internal sealed record StratifiedShare(double Value, double Deviation, double EffectiveN, double Low, double High)
{
    /// <param name="strata">Size of the stratum, sampled from it (2 or more), of those right.</param>
    public static StratifiedShare Of(IReadOnlyList<(long Size, long N, long K)> strata)
    {
        var all = (double)strata.Sum(stratum => stratum.Size);
        var value = strata.Sum(stratum => stratum.Size / all * stratum.K / stratum.N);
        var variance = strata.Sum(stratum =>
        {
            var (weight, share) = (stratum.Size / all, (double)stratum.K / stratum.N);
            return weight * weight * share * (1 - share) / (stratum.N - 1);
        });
        var worth = value * (1 - value) / variance;
        var (low, high) = Wilson.Interval(value * worth, worth);
        return new StratifiedShare(value, Math.Sqrt(variance), worth, low, high);
    }
}
