using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>Ten codes for the day the phone is gone: sixteen letters and digits each, every one opens once.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;
    private const int Bytes = 10;

    public static IReadOnlyList<string> Make() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(Bytes)).Chunk(4).Select(part => new string(part))))];

    public static string Hash(IEnumerable<string> codes) => string.Join(',', codes.Select(Hash));

    public static int Left(string hashes) => hashes.Length == 0 ? 0 : hashes.Split(',').Length;

    /// <summary>What is left when this code is used; null when it is none of them.</summary>
    public static string? Use(string hashes, string code)
    {
        var (all, used) = (hashes.Split(','), Hash(code));
        return hashes.Length > 0 && all.Contains(used) ? string.Join(',', all.Where(hash => hash != used)) : null;
    }

    private static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant())));
}
