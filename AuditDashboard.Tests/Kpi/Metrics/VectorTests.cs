using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Tests.Kpi.Metrics;

/// <summary>The vectors of product.md section 5.2, to the last digit given there.</summary>
public sealed class VectorTests
{
    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(9, 10, 0.5958, 0.9821)]
    [InlineData(50, 60, 0.7197, 0.9069)]
    [InlineData(87, 100, 0.7902, 0.9224)]
    [InlineData(174, 200, 0.8163, 0.9097)]
    [InlineData(360, 400, 0.8667, 0.9257)]
    [InlineData(1, 1, 0.2065, 1)]
    public void Wilson_intervals(long k, long n, double low, double high)
    {
        var share = Wilson.Share(k, n);

        Assert.Equal((low, high), (Math.Round(share.Low!.Value, 4), Math.Round(share.High!.Value, 4)));
    }

    [Theory]
    [InlineData(42, 120, 0.2824)]
    [InlineData(7, 20, 0.2023)]
    [InlineData(3, 8, 0.1612)]
    public void One_sided_lower_bounds(long k, long n, double low) => Assert.Equal(low, Wilson.Interval(k, n, z: Wilson.Z95OneSided).Low, 4);

    [Theory]
    [InlineData(186, 300, 246, 300, 5.455, 4.9e-8, 0.1288, 0.2685)]
    [InlineData(31, 50, 41, 50, 2.227, 0.0259, 0.0236, 0.3611)]
    [InlineData(205, 500, 250, 500, 2.858, 0.0043, 0.0283, 0.1508)]
    [InlineData(250, 500, 86, 200, -1.675, 0.094, -0.1497, 0.0119)]
    [InlineData(54, 300, 36, 300, -2.058, 0.0396, -0.1172, -0.0027)]
    public void Two_proportions(long k1, long n1, long k2, long n2, double z, double p, double low, double high)
    {
        var compared = ShareComparison.Of(k1, n1, k2, n2);

        Assert.Equal(z, compared.Z, 3);
        Assert.Equal(1, compared.P / p, 0.02);
        Assert.Equal((low, high), (Math.Round(compared.Low, 4), Math.Round(compared.High, 4)));
    }

    [Theory]
    [InlineData(0.62, 0.82, 78)]
    [InlineData(0.41, 0.50, 480)]
    [InlineData(0.41, 0.47, 1074)]
    [InlineData(0.185, 0.12, 480)]
    [InlineData(0.185, 0.15, 1786)]
    [InlineData(0.91, 0.87, 960)]
    [InlineData(0.14, 0.19, 864)]
    [InlineData(0.50, 0.43, 796)]
    public void Needed_cases(double first, double second, long cases) => Assert.Equal(cases, SampleSize.Needed(first, second));

    [Theory]
    [InlineData(0.45, 190, 14.3)]
    [InlineData(0.45, 378, 10.1)]
    [InlineData(0.45, 756, 7.2)]
    [InlineData(0.7, 250, 11.5)]
    [InlineData(0.7, 500, 8.1)]
    public void Detectable_changes(double share, long cases, double points) => Assert.Equal(points, SampleSize.Detectable(share, cases) * 100, 1);

    [Fact]
    public void Stratified_accuracy()
    {
        var share = StratifiedShare.Of([(1200, 60, 56), (500, 60, 51), (300, 60, 45)]);

        Assert.Equal((0.885, 0.0242, 173.6), (Math.Round(share.Value, 4), Math.Round(share.Deviation, 4), Math.Round(share.EffectiveN, 1)));
        Assert.Equal((0.829, 0.9243), (Math.Round(share.Low, 4), Math.Round(share.High, 4)));
        Assert.Equal(0.8444, 152.0 / 180, 4);
    }

    [Fact]
    public void Cohens_kappa() => Assert.Equal(0.6389, Agreement.Kappa([[70, 5], [8, 17]])!.Value, 4);

    [Fact]
    public void Nearest_rank()
    {
        long[] waits = [400, 800, 900, 1100, 1200, 1300, 1500, 1700, 2000, 2400, 2600, 2900, 3000, 3001, 3500, 4200, 5000, 6100, 9000, 15000];

        Assert.Equal((2400L, 6100L, 9000L), (NearestRank.Of(waits, 50), NearestRank.Of(waits, 90), NearestRank.Of(waits, 95)));
        var within = waits.LongCount(wait => wait <= CountingRules.Usual.ThresholdMs);
        Assert.Equal((13L, 0.65, 0.591), (within, Wilson.Share(within, 20).Value, Math.Round(Wilson.Share(within, 22).Value!.Value, 3)));
    }

    [Theory]
    [InlineData(2, 0.135)]
    [InlineData(3, 0.050)]
    [InlineData(7, 0.0009)]
    [InlineData(4.6, 0.0101)]
    public void Silences(double expected, double chance) => Assert.Equal(chance, Silence.Chance(expected), chance < 0.02 ? 4 : 3);
}
