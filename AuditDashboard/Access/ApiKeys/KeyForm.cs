using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Foundation;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>
/// The form of keys made here (reliability-security.md section 5.4): <c>adk_live_</c>, 12 characters of id, 32 of secret (190 bit) and 6 of
/// checksum, all base62. The checksum tells a mistyped key from a wrong one without asking anything. Keys from configuration are free-form.
/// </summary>
internal static class KeyForm
{
    public const int LongestKey = 256;
    public const int ShortestProvisioned = 32;
    private const int IdLength = 12;
    private const int SecretLength = 32;
    private const int SumLength = 6;
    private const string Prefix = "adk_live_";
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static (string Id, string Key) Make()
    {
        var id = Secrets.Token(IdLength);
        var body = Prefix + id + Secrets.Token(SecretLength);
        Span<char> sum = stackalloc char[SumLength];
        WriteSum(body, sum);
        return (id, string.Concat(body, sum));
    }

    /// <summary>The id inside a key this class made.</summary>
    public static string IdOf(string key) => key.Substring(Prefix.Length, IdLength);

    /// <summary>Claims our form but does not keep it: cut off or mistyped.</summary>
    public static bool IsTypo(ReadOnlySpan<char> key)
    {
        if (!key.StartsWith("adk_", StringComparison.Ordinal))
        {
            return false;
        }

        if (key.Length != Prefix.Length + IdLength + SecretLength + SumLength || !key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return true;
        }

        Span<char> sum = stackalloc char[SumLength];
        WriteSum(key[..^SumLength], sum);
        return !key[^SumLength..].SequenceEqual(sum);
    }

    /// <summary>Letters, digits, <c>_</c> and <c>-</c>: what a header carries without quoting.</summary>
    public static bool IsAllowed(ReadOnlySpan<char> key) =>
        key.Length <= LongestKey && key.IndexOfAnyExcept(Allowed) < 0;

    /// <summary>SHA-256 of an allowed key.</summary>
    public static void Hash(ReadOnlySpan<char> key, Span<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[LongestKey];
        SHA256.HashData(bytes[..Encoding.ASCII.GetBytes(key, bytes)], hash);
    }

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Digits + "_-");

    private static void WriteSum(ReadOnlySpan<char> body, Span<char> sum)
    {
        Span<byte> bytes = stackalloc byte[LongestKey];
        var rest = Crc32.Of(bytes[..Encoding.ASCII.GetBytes(body, bytes)]);
        for (var i = sum.Length - 1; i >= 0; i--)
        {
            sum[i] = Digits[(int)(rest % 62)];
            rest /= 62;
        }
    }
}
