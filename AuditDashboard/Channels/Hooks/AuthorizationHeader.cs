using System.Text;

namespace AuditDashboard.Channels.Hooks;

/// <summary><c>Authorization: Bearer &lt;secret&gt;</c> (RFC 6750) and <c>Basic</c> (RFC 7617), compared in constant time.</summary>
internal static class AuthorizationHeader
{
    private const int MostCharacters = 2048;

    public static bool HasBearer(HookCall call) => Credentials(call, "Bearer") is { } token && call.Knows(token);

    /// <summary>The secret itself after <c>Basic</c>, or in base64, or as the password of any user in base64.</summary>
    public static bool HasBasic(HookCall call)
    {
        if (Credentials(call, "Basic") is not { } token)
        {
            return false;
        }

        var plain = Decoded(token);
        return call.Knows(token) | call.Knows(plain) | call.Knows(plain?[(plain.IndexOf(':', StringComparison.Ordinal) + 1)..]);
    }

    private static string? Credentials(HookCall call, string scheme)
    {
        var header = call.Header("Authorization");
        return header is { Length: <= MostCharacters } && header.Length > scheme.Length && header[scheme.Length] == ' '
            && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
                ? header[scheme.Length..].Trim()
                : null;
    }

    private static string? Decoded(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
