using AuditDashboard.Kpi.Metrics;
using CsCheck;

namespace AuditDashboard.Tests.Kpi.Metrics;

public sealed class WaitHistogramTests
{
    private static readonly long[] Waits =
        [400, 800, 900, 1100, 1200, 1300, 1500, 1700, 2000, 2400, 2600, 2900, 3000, 3001, 3500, 4200, 5000, 6100, 9000, 15000];

    private static readonly Gen<long> Wait = Gen.OneOf(Gen.Long[0, 100], Gen.Long[0, 20_000], Gen.Long[0, 86_400_000]);

    [Theory]
    [InlineData(50, 2400)]
    [InlineData(90, 6100)]
    [InlineData(95, 9000)]
    public void Nearest_rank_is_the_published_one(int percent, long expected) => Assert.Equal(expected, NearestRank.Of(Waits, percent));

    [Fact]
    public void A_percentile_is_within_a_64th_of_the_exact_one() =>
        Gen.Select(Wait.List[1, 200], Gen.Int[1, 100]).Sample((waits, percent) =>
        {
            var histogram = Of(waits);
            waits.Sort();
            var exact = NearestRank.Of(waits, percent)!.Value;

            return Math.Abs(histogram.Percentile(percent)!.Value - exact) <= exact / 64.0;
        });

    [Fact]
    public void Merged_parts_are_the_whole_in_any_order() =>
        Gen.Select(Wait.List[0, 50], Wait.List[0, 50]).Sample((left, right) =>
        {
            var merged = Of(right);
            merged.Add(Of(left));

            return HistogramCodec.Encode(merged).AsSpan().SequenceEqual(HistogramCodec.Encode(Of([.. left, .. right])));
        });

    [Fact]
    public void What_was_added_can_be_taken_away_again() =>
        Gen.Select(Wait.List[0, 50], Wait.List[0, 50]).Sample((kept, gone) =>
        {
            var histogram = Of([.. kept, .. gone]);
            gone.ForEach(wait => histogram.Add(wait, -1));

            return HistogramCodec.Encode(histogram).AsSpan().SequenceEqual(HistogramCodec.Encode(Of(kept)));
        });

    [Fact]
    public void Bytes_hold_everything_and_differences_too() =>
        Gen.Select(Wait, Gen.Long[-1_000_000, 1_000_000]).List[0, 50].Sample(pairs =>
        {
            var histogram = new WaitHistogram();
            pairs.ForEach(pair => histogram.Add(pair.Item1, pair.Item2));
            var read = new WaitHistogram();
            HistogramCodec.AddTo(read, HistogramCodec.Encode(histogram));

            return read.Count == histogram.Count && read.Buckets.SequenceEqual(histogram.Buckets);
        });

    [Fact]
    public void Buckets_grow_with_the_wait_and_hold_their_own_middle() =>
        Wait.Sample(wait => WaitHistogram.BucketOf(wait) <= WaitHistogram.BucketOf(wait + 1)
            && WaitHistogram.BucketOf(WaitHistogram.MiddleOf(WaitHistogram.BucketOf(wait))) == WaitHistogram.BucketOf(wait));

    [Fact]
    public void An_empty_histogram_has_no_percentile() => Assert.Null(new WaitHistogram().Percentile(50));

    private static WaitHistogram Of(IEnumerable<long> waits)
    {
        var histogram = new WaitHistogram();
        foreach (var wait in waits)
        {
            histogram.Add(wait);
        }

        return histogram;
    }
}
