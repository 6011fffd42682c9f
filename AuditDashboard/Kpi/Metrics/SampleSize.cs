namespace AuditDashboard.Kpi.Metrics;

/// <summary>How many cases tell two shares apart, at 5 % and with a power of 80 % (product.md section 3.9).</summary>
internal static class SampleSize
{
    /// <summary>Cases needed in each of the two periods.</summary>
    public static long Needed(double first, double second)
    {
        var middle = (first + second) / 2;
        var root = (Wilson.Z95 * Math.Sqrt(2 * middle * (1 - middle))) + (NormalCurve.Z80 * Math.Sqrt((first * (1 - first)) + (second * (1 - second))));
        return (long)Math.Ceiling(root * root / ((second - first) * (second - first)));
    }

    /// <summary>The smallest difference that so many cases in each period show, around this share.</summary>
    public static double Detectable(double share, long cases) => (Wilson.Z95 + NormalCurve.Z80) * Math.Sqrt(2 * share * (1 - share) / cases);
}
