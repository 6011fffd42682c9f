using System.Buffers;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>Whole numbers as LEB128 varints; signed ones in zigzag, so that small negative numbers stay short.</summary>
internal static class Varint
{
    public static void Write(IBufferWriter<byte> bytes, ulong value)
    {
        while (value >= 0x80)
        {
            bytes.Write([(byte)(value | 0x80)]);
            value >>= 7;
        }

        bytes.Write([(byte)value]);
    }

    public static void WriteSigned(IBufferWriter<byte> bytes, long value) => Write(bytes, (ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Reads the number that begins at <paramref name="at"/> and moves past it. A page reads millions of them, nearly all of one byte.</summary>
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = bytes[at++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    public static long ReadSigned(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = Read(bytes, ref at);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
