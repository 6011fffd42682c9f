using System.Buffers;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>A histogram as bytes: (gap to the bucket before, count) pairs of LEB128 varints; counts zigzag, so that a difference can be written too.</summary>
internal static class HistogramCodec
{
    public static byte[] Encode(WaitHistogram histogram)
    {
        var bytes = new ArrayBufferWriter<byte>(64);
        var before = 0;
        foreach (var (bucket, count) in histogram.Buckets)
        {
            Write(bytes, (ulong)(bucket - before));
            Write(bytes, (ulong)((count << 1) ^ (count >> 63)));
            before = bucket;
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Adds the histogram in <paramref name="bytes"/> to <paramref name="sum"/>.</summary>
    public static void AddTo(WaitHistogram sum, ReadOnlySpan<byte> bytes)
    {
        var bucket = 0;
        while (!bytes.IsEmpty)
        {
            bucket += (int)Read(ref bytes);
            var count = Read(ref bytes);
            sum.AddBucket(bucket, (long)(count >> 1) ^ -(long)(count & 1));
        }
    }

    private static void Write(ArrayBufferWriter<byte> bytes, ulong value)
    {
        while (value >= 0x80)
        {
            bytes.Write([(byte)(value | 0x80)]);
            value >>= 7;
        }

        bytes.Write([(byte)value]);
    }

    private static ulong Read(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
