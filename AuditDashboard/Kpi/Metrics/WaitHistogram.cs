namespace AuditDashboard.Kpi.Metrics;

/// <summary>
/// Waits in log-linear buckets: whole milliseconds below 64, then 32 buckets an octave, so that a percentile is within 1/64 (1.6 %) of
/// the exact value. Adding is plain addition: order-free, exact, and undone by subtracting.
/// </summary>
internal sealed class WaitHistogram
{
    private const int BucketsPerOctave = 32;
    private const long Longest = 1L << 40;
    private readonly SortedDictionary<int, long> _counts = [];

    public long Count { get; private set; }

    /// <summary>Buckets that hold something (a count below zero undoes one that is stored elsewhere), by number.</summary>
    public IEnumerable<KeyValuePair<int, long>> Buckets => _counts;

    public void Add(long waitMs, long times = 1) => AddBucket(BucketOf(waitMs), times);

    public void Add(WaitHistogram other)
    {
        foreach (var (bucket, count) in other._counts)
        {
            AddBucket(bucket, count);
        }
    }

    public void AddBucket(int bucket, long times)
    {
        var count = _counts.GetValueOrDefault(bucket) + times;
        Count += times;
        if (count == 0)
        {
            _counts.Remove(bucket);
        }
        else
        {
            _counts[bucket] = count;
        }
    }

    /// <summary>Nearest rank, in milliseconds; null where there is nothing.</summary>
    public long? Percentile(int percent)
    {
        if (Count <= 0)
        {
            return null;
        }

        var left = NearestRank.Place(Count, percent);
        foreach (var (bucket, count) in _counts)
        {
            left -= count;
            if (left <= 0)
            {
                return MiddleOf(bucket);
            }
        }

        return null;
    }

    public static int BucketOf(long waitMs)
    {
        var value = Math.Clamp(waitMs, 0, Longest);
        if (value < 2 * BucketsPerOctave)
        {
            return (int)value;
        }

        var shift = 63 - long.LeadingZeroCount(value) - 5;
        return (int)((shift * BucketsPerOctave) + (value >> (int)shift));
    }

    public static long MiddleOf(int bucket)
    {
        if (bucket < 2 * BucketsPerOctave)
        {
            return bucket;
        }

        var shift = (bucket / BucketsPerOctave) - 1;
        var low = (long)(bucket - (shift * BucketsPerOctave)) << shift;
        return low + ((1L << shift) >> 1);
    }
}
