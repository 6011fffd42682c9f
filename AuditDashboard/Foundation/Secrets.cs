using System.Security.Cryptography;
using System.Text;

namespace AuditDashboard.Foundation;

/// <summary>Making and comparing secrets.</summary>
public static class Secrets
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Compares in a time that tells nothing about where the two differ; an absent value is never the same.</summary>
    public static bool Same(string? offered, string? expected) =>
        offered is not null && !string.IsNullOrEmpty(expected)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(offered)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    /// <summary>A random token of the given length over <c>[0-9A-Za-z]</c> (5.95 bits a character).</summary>
    public static string Token(int length) => RandomNumberGenerator.GetString(Base62, length);
}
