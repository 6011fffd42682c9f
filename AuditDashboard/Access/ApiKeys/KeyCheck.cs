namespace AuditDashboard.Access.ApiKeys;

/// <summary>Reads the key of a request.</summary>
internal static class KeyCheck
{
    private const string Scheme = "Bearer ";

    public static CallingBot? Find(HttpContext context) => Find(context.Request, context.RequestServices.GetRequiredService<IApiKeys>());

    public static CallingBot? Find(HttpRequest request, IApiKeys keys)
    {
        var headers = request.Headers;

        // Two values of one header are somebody's mistake or trick; neither is believed.
        if (headers.Authorization is [{ } authorization] && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return keys.Find(authorization.AsSpan(Scheme.Length).Trim());
        }

        return headers["X-Api-Key"] is [{ } key] ? keys.Find(key.AsSpan().Trim()) : null;
    }
}
