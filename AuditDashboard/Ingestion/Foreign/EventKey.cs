using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace AuditDashboard.Ingestion.Foreign;

/// <summary>Ids of translated events, made of the sender's own keys so that a repeat is a repeat (http-api.md section 2: <c>[A-Za-z0-9_.:-]{1,128}</c>).</summary>
internal static class EventKey
{
    private const int Longest = 128;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-");

    /// <summary>The parts with colons between them; where that is too long or holds other characters, a hash of them behind the first.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var key = string.Join(':', parts);
        return key.Length <= Longest && !key.AsSpan().ContainsAnyExcept(Allowed) ? key : $"{parts[0]}:{Hash(key)}";
    }

    /// <summary>128 bits of SHA-256 in hexadecimal.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
}
