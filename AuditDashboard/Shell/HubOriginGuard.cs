namespace AuditDashboard.Shell;

/// <summary>
/// Refuses circuits opened from another site: a WebSocket carries the viewer's cookie wherever the page came from,
/// and CORS does not cover it.
/// </summary>
internal static class HubOriginGuard
{
    public static void Use(IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            if (context.Request.Path.Value?.StartsWith("/_blazor", StringComparison.OrdinalIgnoreCase) == true && IsForeign(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }

            return next(context);
        });

    private static bool IsForeign(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (origin is not null && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
    }
}
