namespace AuditDashboard.Demo.Chance;

/// <summary>The inverse of the standard normal distribution by Acklam's rational approximation (relative error below 1.2e-9).</summary>
internal static class NormalQuantile
{
    private const double Tail = 0.02425;

    private static readonly double[] Middle =
        [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239];

    private static readonly double[] MiddleUnder =
        [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];

    private static readonly double[] Edge =
        [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];

    private static readonly double[] EdgeUnder = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

    public static double At(double share)
    {
        var p = Math.Clamp(share, 1e-6, 1 - 1e-6);
        if (p > 1 - Tail)
        {
            return -At(1 - p);
        }

        if (p < Tail)
        {
            var q = Math.Sqrt(-2 * Math.Log(p));
            return Polynomial(Edge, q) / Polynomial(EdgeUnder, q);
        }

        var centred = p - 0.5;
        return centred * Polynomial(Middle, centred * centred) / Polynomial(MiddleUnder, centred * centred);
    }

    private static double Polynomial(double[] factors, double x) => factors.Aggregate(0.0, (sum, factor) => (sum * x) + factor);
}
