using System.Security.Cryptography;

namespace AuditDashboard.Shell;

/// <summary>
/// The header set of every response, and the nonce of the one inline script (the import map). Styles need
/// <c>unsafe-inline</c>: the component library writes style elements that carry no nonce.
/// </summary>
internal static class SecurityHeaders
{
    private static readonly object NonceKey = new();

    public static string? NonceOf(HttpContext? context) => context?.Items[NonceKey] as string;

    public static void Use(WebApplication app)
    {
        // Hot reload talks over a socket of its own; a product never runs under the watcher.
        var connect = app.Configuration["DOTNET_WATCH"] == "1" ? "'self' ws: wss:" : "'self'";
        app.Use((context, next) =>
        {
            if (IsForPrograms(context.Request.Path))
            {
                // No page, no script: what is left of the set is one header, and the ways in are counted in microseconds.
                context.Response.Headers.XContentTypeOptions = "nosniff";
                return next(context);
            }

            // An error page runs the pipeline twice: the page and the header must name the same nonce.
            if (NonceOf(context) is null)
            {
                var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
                context.Items[NonceKey] = nonce;
                context.Response.OnStarting(() => WriteAsync(context, Policy(nonce, connect)));
            }

            return next(context);
        });
    }

    private static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/hooks") || path.StartsWithSegments("/relay");

    private static string Policy(string nonce, string connect) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; script-src-attr 'none'; style-src 'self' 'unsafe-inline'; "
        + $"img-src 'self' data:; font-src 'self'; connect-src {connect}; media-src 'self'; manifest-src 'self'; worker-src 'none'; "
        + "frame-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static Task WriteAsync(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // Static assets name their own life; everything else may hold personal data.
        if (headers.CacheControl.Count == 0 || context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
