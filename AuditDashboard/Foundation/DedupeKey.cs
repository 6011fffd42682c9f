using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AuditDashboard.Foundation;

/// <summary>
/// An event's id out of the channel's own dedupe key (channels.md section 0b). Ids may hold <c>[A-Za-z0-9_.:-]</c> and 128 characters
/// (http-api.md section 2), and channels' keys hold more: such a key is hashed, and so is one with a part that is missing.
/// </summary>
public static class DedupeKey
{
    // Room stays for what may be added to an id, such as "-booking".
    private const int LongestPlain = 100;
    private const int HashBytes = 16;

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    /// <summary>The same for the same parts, and another for any other parts: parts never run into each other.</summary>
    /// <param name="prefix">Of the channel, in characters an id may have; at most 16.</param>
    public static string Of(string prefix, params ReadOnlySpan<string?> parts)
    {
        var plain = new StringBuilder(prefix);
        foreach (var part in parts)
        {
            if (string.IsNullOrEmpty(part) || plain.Length + part.Length >= LongestPlain || part.AsSpan().ContainsAnyExcept(Plain))
            {
                return Hashed(prefix, parts);
            }

            plain.Append(':').Append(part);
        }

        return plain.ToString();
    }

    /// <summary>Stands for a text that is no id itself.</summary>
    /// <param name="length">Hexadecimal digits, at most 64.</param>
    public static string Digest(string text, int length = 16) => Digest(Encoding.UTF8.GetBytes(text), length);

    public static string Digest(ReadOnlySpan<byte> bytes, int length = 16) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..length];

    // The empty part between the colons keeps a hashed key apart from every plain one.
    private static string Hashed(string prefix, ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return $"{prefix}::{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, HashBytes))}";
    }
}
