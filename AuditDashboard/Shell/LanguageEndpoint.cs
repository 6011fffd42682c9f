using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace AuditDashboard.Shell;

/// <summary>Remembers the viewer's language in a cookie. A form post: the antiforgery check comes with <c>FromForm</c>.</summary>
internal static class LanguageEndpoint
{
    public static readonly string Path = "/language";
    public static readonly string[] Cultures = ["ru-RU", "en-US"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, Choose).AllowAnonymous().ExcludeFromDescription();

    public static void Use(IApplicationBuilder app) =>
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });

    private static RedirectHttpResult Choose(
        HttpContext context, TimeProvider time, [FromForm] string culture, [FromForm] string? returnUrl)
    {
        if (Cultures.Contains(culture))
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new CookieOptions
                {
                    Expires = time.GetUtcNow().AddYears(1),
                    HttpOnly = true,
                    IsEssential = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                });
        }

        return TypedResults.LocalRedirect(IsLocal(returnUrl) ? returnUrl! : "/");
    }

    private static bool IsLocal(string? url) => url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl);
}
