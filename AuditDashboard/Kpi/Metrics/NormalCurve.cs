namespace AuditDashboard.Kpi.Metrics;

/// <summary>Tails of the normal distribution.</summary>
internal static class NormalCurve
{
    /// <summary>z for a test at 5 % and for a power of 80 % (product.md section 3.9).</summary>
    public const double Z80 = 0.8416;

    // Chebyshev fit of erfc, relative error under 1.2e-7 everywhere (Numerical Recipes, 2nd edition, section 6.2).
    private static readonly double[] Fit =
        [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];

    /// <summary>The chance of a value at least this far from 0 on either side.</summary>
    public static double TwoSided(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (x / 2));
        var sum = 0.0;
        for (var i = Fit.Length - 1; i >= 0; i--)
        {
            sum = (sum * t) + Fit[i];
        }

        return t * Math.Exp((-x * x) + sum);
    }
}
