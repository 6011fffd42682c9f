using AuditDashboard.Kpi.Metrics;

namespace AuditDashboard.Tests.Kpi.Metrics;

public sealed class WilsonTests
{
    [Theory]
    [InlineData(0, 10, 0, .2775)]
    [InlineData(9, 10, .5958, .9821)]
    [InlineData(50, 60, .7197, .9069)]
    [InlineData(87, 100, .7902, .9224)]
    [InlineData(174, 200, .8163, .9097)]
    [InlineData(360, 400, .8667, .9257)]
    [InlineData(1, 1, .2065, 1)]
    public void The_interval_is_the_published_one(long k, long n, double low, double high)
    {
        var share = Wilson.Share(k, n);

        Assert.Equal(low, share.Low!.Value, 4);
        Assert.Equal(high, share.High!.Value, 4);
        Assert.Equal((double)k / n, share.Value);
    }

    [Theory]
    [InlineData(42, 120, .2824)]
    [InlineData(7, 20, .2023)]
    [InlineData(3, 8, .1612)]
    public void The_one_sided_bound_is_the_published_one(long k, long n, double low) =>
        Assert.Equal(low, Wilson.Interval(k, n, 1.645).Low, 0.0001);

    [Fact]
    public void Nothing_of_nothing_is_no_number()
    {
        var share = Wilson.Share(0, 0);

        Assert.Null(share.Value ?? share.Low ?? share.High);
    }
}
