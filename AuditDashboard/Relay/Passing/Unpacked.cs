using System.IO.Compression;

namespace AuditDashboard.Relay.Passing;

/// <summary>What an answer says, when the caller asked for it packed and gets it packed.</summary>
internal static class Unpacked
{
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The plain bytes; as many as could be unpacked where the copy is cut or broken, none where nobody knows the coding.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> bytes, HttpResponseMessage answer)
    {
        var codings = answer.Content.Headers.ContentEncoding;
        if (codings.Count == 0)
        {
            return bytes;
        }

        using var packed = new MemoryStream(bytes.ToArray());
        using Stream? unpacking = codings.Count > 1 ? null : codings.First().ToLowerInvariant() switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "identity" => packed,
            _ => null,
        };
        return unpacking is null ? default : Read(unpacking);
    }

    private static byte[] Read(Stream unpacking)
    {
        using var plain = new MemoryStream();
        var piece = new byte[16 * 1024];
        try
        {
            while (plain.Length < MostBytes && unpacking.Read(piece) is > 0 and var read)
            {
                plain.Write(piece, 0, read);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or InvalidOperationException)
        {
            // Cut off: what came before it still counts.
        }

        return plain.ToArray();
    }
}
