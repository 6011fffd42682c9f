namespace AuditDashboard.Kpi.Metrics;

/// <summary>The Wilson score interval of a share (product.md section 3.7), z = 1.96 for 95 %.</summary>
internal static class Wilson
{
    public const double Z95 = 1.96;

    /// <summary>One-sided 95 %: 1.645 to the digits that the vectors of product.md section 5.2 want.</summary>
    public const double Z95OneSided = 1.6448536;

    /// <summary>k of n as the contract gives it: all null when n is 0.</summary>
    public static Share Share(long k, long n)
    {
        if (n == 0)
        {
            return new Share(k, n, null, null, null);
        }

        var (low, high) = Interval(k, n);
        return new Share(k, n, (double)k / n, low, high);
    }

    /// <param name="n">More than 0.</param>
    public static (double Low, double High) Interval(double k, double n, double z = Z95)
    {
        var share = k / n;
        var scale = 1 + (z * z / n);
        var centre = (share + (z * z / (2 * n))) / scale;
        var half = z / scale * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));

        // At k = 0 and k = n the bound is exactly 0 or 1; the roots leave a rest of 1e-17 there.
        return (k <= 0 ? 0 : Math.Max(0, centre - half), k >= n ? 1 : Math.Min(1, centre + half));
    }
}
