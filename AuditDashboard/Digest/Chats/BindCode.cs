using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AuditDashboard.Foundation;

namespace AuditDashboard.Digest.Chats;

/// <summary>The one-time code an owner writes to the assistant: eight signs that cannot be mistaken for each other, 39 bits. Only its hash is kept.</summary>
internal static partial class BindCode
{
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(15);

    private const string Signs = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Half = 4;
    private const int LongestWritten = 24;
    private const int HashDigits = 64;

    /// <summary><c>K7QM-3XPD</c>.</summary>
    public static string Make() => RandomNumberGenerator.GetString(Signs, Half) + "-" + RandomNumberGenerator.GetString(Signs, Half);

    public static string HashOf(string code) => DedupeKey.Digest(code, HashDigits);

    /// <summary>The code a message consists of, in whatever case and with whatever between its halves; null where it is no code.</summary>
    public static string? In(string? text) =>
        text is { Length: >= 2 * Half and <= LongestWritten } && Written().Match(text) is { Success: true } code
            ? $"{code.Groups[1].Value}-{code.Groups[2].Value}".ToUpperInvariant()
            : null;

    [GeneratedRegex(@"^\s*/?([A-HJKMNP-Z2-9]{4})\s?[-–—]?\s?([A-HJKMNP-Z2-9]{4})[\s.]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
