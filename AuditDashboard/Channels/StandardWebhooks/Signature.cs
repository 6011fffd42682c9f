using System.Security.Cryptography;
using System.Text;

namespace AuditDashboard.Channels.StandardWebhooks;

/// <summary>Standard Webhooks 1.0.0, scheme v1: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class Signature
{
    private const string Prefix = "whsec_";
    private const string Scheme = "v1,";

    /// <summary>The key behind <c>whsec_…</c>, or null where it is none (24 to 64 bytes in base64).</summary>
    public static byte[]? KeyOf(string? secret)
    {
        if (secret is null || !secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length is >= 24 and <= 64 ? key[..length] : null;
    }

    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static byte[] Compute(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }

    /// <summary>One entry of <c>webhook-signature</c>.</summary>
    public static string Entry(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body) => Scheme + Convert.ToBase64String(Compute(key, id, timestamp, body));

    /// <summary>True when any v1 entry matches under any of the secrets; entries of versions we do not know are passed over.</summary>
    public static bool Matches(string[] entries, IEnumerable<string> secrets, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        var matches = false;
        Span<byte> offered = stackalloc byte[32];
        foreach (var secret in secrets)
        {
            if (KeyOf(secret) is not { } key)
            {
                continue;
            }

            var expected = Compute(key, id, timestamp, body);
            foreach (var entry in entries)
            {
                if (entry.StartsWith(Scheme, StringComparison.Ordinal) && entry.Length == Scheme.Length + 44
                    && Convert.TryFromBase64String(entry[Scheme.Length..], offered, out var length) && length == 32)
                {
                    matches |= CryptographicOperations.FixedTimeEquals(offered, expected);
                }
            }
        }

        return matches;
    }
}
