namespace AuditDashboard.Kpi.Metrics;

/// <summary>Two shares side by side (product.md section 3.9): difference, z with pooled variance, two-sided p, Newcombe's interval of the difference.</summary>
internal sealed record ShareComparison(double Difference, double Z, double P, double Low, double High)
{
    /// <param name="n1">More than 0, as <paramref name="n2"/>.</param>
    public static ShareComparison Of(long k1, long n1, long k2, long n2)
    {
        var (first, second) = ((double)k1 / n1, (double)k2 / n2);
        var pooled = (double)(k1 + k2) / (n1 + n2);
        var deviation = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / n1) + (1.0 / n2)));
        var difference = second - first;
        var z = deviation == 0 ? 0 : difference / deviation;
        var (low1, high1) = Wilson.Interval(k1, n1);
        var (low2, high2) = Wilson.Interval(k2, n2);
        return new ShareComparison(
            difference, z, NormalCurve.TwoSided(z),
            difference - Math.Sqrt(Square(second - low2) + Square(high1 - first)),
            difference + Math.Sqrt(Square(high2 - second) + Square(first - low1)));
    }

    private static double Square(double value) => value * value;
}
