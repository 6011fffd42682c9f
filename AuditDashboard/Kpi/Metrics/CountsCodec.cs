using System.Buffers;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>A row of counts as bytes, signed varints without the zeros at the end; missing places are zero, so that new ones can be added later.</summary>
internal static class CountsCodec
{
    public static byte[] Encode(ReadOnlySpan<long> counts)
    {
        var bytes = new ArrayBufferWriter<byte>(32);
        foreach (var count in counts[..(counts.LastIndexOfAnyExcept(0) + 1)])
        {
            Varint.WriteSigned(bytes, count);
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static void AddTo(Span<long> counts, ReadOnlySpan<byte> bytes)
    {
        for (int at = 0, place = 0; at < bytes.Length; place++)
        {
            counts[place] += Varint.ReadSigned(bytes, ref at);
        }
    }
}
