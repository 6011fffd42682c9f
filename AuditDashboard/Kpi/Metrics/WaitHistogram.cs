namespace AuditDashboard.Kpi.Metrics;

/// <summary>
/// Waits in log-linear buckets: whole milliseconds below 64, then 32 buckets an octave, so that a percentile is within 1/64 (1.6 %) of
/// the exact value. Adding is plain addition: order-free, exact, and undone by subtracting.
/// </summary>
internal sealed class WaitHistogram
{
    private const int BucketsPerOctave = 32;
    private const long Longest = 1L << 40;
    private long[] _counts = [];

    public long Count { get; private set; }

    /// <summary>Buckets that hold something (a count below zero undoes one that is stored elsewhere), by number.</summary>
    public IEnumerable<(int Bucket, long Count)> Buckets => _counts.Index().Where(bucket => bucket.Item != 0);

    public void Add(long waitMs, long times = 1) => AddBucket(BucketOf(waitMs), times);

    public void Add(WaitHistogram other)
    {
        Reach(other._counts.Length);
        for (var bucket = 0; bucket < other._counts.Length; bucket++)
        {
            _counts[bucket] += other._counts[bucket];
        }

        Count += other.Count;
    }

    public void AddBucket(int bucket, long times)
    {
        Reach(bucket + 1);
        _counts[bucket] += times;
        Count += times;
    }

    /// <summary>Nearest rank, in milliseconds; null where there is nothing.</summary>
    public long? Percentile(int percent)
    {
        if (Count <= 0)
        {
            return null;
        }

        var left = NearestRank.Place(Count, percent);
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            left -= _counts[bucket];
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

    private void Reach(int length)
    {
        if (_counts.Length < length)
        {
            // By doubling: a packed histogram is added bucket by bucket.
            Array.Resize(ref _counts, Math.Max(length, 2 * _counts.Length));
        }
    }
}
