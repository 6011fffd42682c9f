using Microsoft.Extensions.Primitives;

namespace AuditDashboard.Access;

/// <summary>Finds the bot behind a request by <c>Authorization: Bearer</c> or <c>X-Api-Key</c>. A key in the query string is never looked at.</summary>
public static class ApiCaller
{
    private const string Scheme = "Bearer ";

    /// <summary>Null where there is no key, more than one, or a wrong one.</summary>
    public static CallingBot? Find(HttpRequest request, IApiKeys keys)
    {
        var bearer = request.Headers.Authorization;
        if (bearer.Count == 0)
        {
            return Find(request.Headers["X-Api-Key"], 0, keys);
        }

        return bearer.Count == 1 && bearer[0]!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Find(bearer, Scheme.Length, keys) : null;
    }

    private static CallingBot? Find(StringValues header, int start, IApiKeys keys) =>
        header is [{ Length: > 0 } one] ? keys.Find(one.AsSpan(start).Trim()) : null;
}
