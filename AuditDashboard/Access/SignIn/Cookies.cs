using System.Globalization;
using System.Security.Claims;
using AuditDashboard.Access.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.SignIn;

/// <summary>The session cookie and what becomes of it (reliability-security.md section 5.3): 8 h idle, 7 days in all.</summary>
internal static class Cookies
{
    private const string Since = "since";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ad-auth";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostPrefixCookies();
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/login";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnSigningIn = RememberStartAsync;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>The antiforgery cookie cannot change its name by request, so it is prefixed only where https is certain.</summary>
    public static void Configure(AntiforgeryOptions options, bool isHttpsOnly)
    {
        options.Cookie.Name = isHttpsOnly ? "__Host-csrf" : "csrf";
        options.Cookie.SecurePolicy = isHttpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.SuppressXFrameOptionsHeader = true;
    }

    private static Task RememberStartAsync(CookieSigningInContext context)
    {
        if (!context.Properties.Items.ContainsKey(Since))
        {
            var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            context.Properties.Items[Since] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var ended = services.GetRequiredService<EndedSignIns>();
        if (IsTooOld(context, services.GetRequiredService<TimeProvider>().GetUtcNow()) || ended.HasEnded(context.Principal?.FindFirstValue(PersonClaims.SignIn)))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        if (ended.IsDoubtful(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), context.Properties.IssuedUtc))
        {
            // Without an age the stamp is checked whatever the interval says.
            context.Properties.IssuedUtc = null;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    private static bool IsTooOld(CookieValidatePrincipalContext context, DateTimeOffset now) =>
        !context.Properties.Items.TryGetValue(Since, out var since) || !long.TryParse(since, CultureInfo.InvariantCulture, out var seconds)
        || now - DateTimeOffset.FromUnixTimeSeconds(seconds) >= Longest;

    // A page leads to the sign-in page; a program gets the plain truth.
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var wantsPage = context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
        if (wantsPage && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        if (wantsPage)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        var (type, title) = status == StatusCodes.Status401Unauthorized
            ? ("/problems/unauthorized", "Nobody is signed in.")
            : ("/problems/forbidden", "This is not open to this person.");
        return TypedResults.Problem(type: type, title: title, statusCode: status).ExecuteAsync(context.HttpContext);
    }
}
