using System.Buffers.Text;
using System.Security.Cryptography;

namespace AuditDashboard.Evidence.Log;

/// <summary>The bytes of leaves and nodes (standards.md section 5.2, RFC 6962 section 2.1).</summary>
internal static class Leaf
{
    /// <summary>Bytes an entry has at most.</summary>
    public const int LongestEntry = 160;

    private static ReadOnlySpan<byte> Kind => "auditdashboard/event/v1\n"u8;

    /// <summary>Four lines, each ending in LF: kind, index, receipt in Unix ms, base64 of the commitment.</summary>
    /// <returns>The bytes written.</returns>
    public static int WriteEntry(long index, long receivedMs, ReadOnlySpan<byte> commitment, Span<byte> entry)
    {
        Kind.CopyTo(entry);
        var length = Kind.Length;
        Utf8Formatter.TryFormat(index, entry[length..], out var written);
        length += written;
        entry[length++] = (byte)'\n';
        Utf8Formatter.TryFormat(receivedMs, entry[length..], out written);
        length += written;
        entry[length++] = (byte)'\n';
        Base64.EncodeToUtf8(commitment, entry[length..], out _, out written);
        length += written;
        entry[length++] = (byte)'\n';
        return length;
    }

    /// <summary>SHA-256(0x00 || entry).</summary>
    public static byte[] Hash(long index, long receivedMs, ReadOnlySpan<byte> commitment)
    {
        Span<byte> leaf = stackalloc byte[LongestEntry + 1];
        leaf[0] = 0;
        return SHA256.HashData(leaf[..(1 + WriteEntry(index, receivedMs, commitment, leaf[1..]))]);
    }

    /// <summary>SHA-256(0x01 || left || right).</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> node = stackalloc byte[65];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[33..]);
        return SHA256.HashData(node);
    }

    /// <summary>The root over a whole number of leaves that is a power of two.</summary>
    public static byte[] FullRoot(ReadOnlySpan<byte[]> hashes)
    {
        var level = hashes.ToArray();
        for (var width = level.Length; width > 1; width /= 2)
        {
            for (var i = 0; i < width / 2; i++)
            {
                level[i] = Node(level[2 * i], level[(2 * i) + 1]);
            }
        }

        return level[0];
    }
}
