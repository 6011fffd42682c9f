using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace AuditDashboard.Channels.Hooks;

/// <summary>
/// Ids of events made of a channel's own numbers (channels.md table 0b), the same whenever a call is repeated. Readable where they fit the log's
/// alphabet and length; hashed where they do not (Mango's ids are base64).
/// </summary>
internal static class EventKey
{
    /// <summary>Leaves room for what follows from the event (<c>-booking</c>) within the log's 128.</summary>
    private const int Longest = 100;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-");

    /// <param name="channel">A short prefix of our own.</param>
    public static string Of(string channel, params ReadOnlySpan<string?> parts)
    {
        var key = $"{channel}-{string.Join('-', parts)}";
        return key.Length <= Longest && !key.AsSpan().ContainsAnyExcept(Allowed) ? key : $"{channel}-{Digest(string.Join('\n', parts), 40)}";
    }

    /// <summary>Stands for a text that is no id itself.</summary>
    /// <param name="length">Hexadecimal digits, at most 64.</param>
    public static string Digest(string text, int length = 16) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
