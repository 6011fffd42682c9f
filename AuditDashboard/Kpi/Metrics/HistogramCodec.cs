using System.Buffers;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>A histogram as bytes: (gap to the bucket before, count) pairs of varints; counts are signed, so that a difference can be written too.</summary>
internal static class HistogramCodec
{
    public static byte[] Encode(WaitHistogram histogram)
    {
        var bytes = new ArrayBufferWriter<byte>(64);
        var before = 0;
        foreach (var (bucket, count) in histogram.Buckets)
        {
            Varint.Write(bytes, (ulong)(bucket - before));
            Varint.WriteSigned(bytes, count);
            before = bucket;
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Adds the histogram in <paramref name="bytes"/> to <paramref name="sum"/>.</summary>
    public static void AddTo(WaitHistogram sum, ReadOnlySpan<byte> bytes)
    {
        for (int at = 0, bucket = 0; at < bytes.Length;)
        {
            bucket += (int)Varint.Read(bytes, ref at);
            sum.AddBucket(bucket, Varint.ReadSigned(bytes, ref at));
        }
    }
}
