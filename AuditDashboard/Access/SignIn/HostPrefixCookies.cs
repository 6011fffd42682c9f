using Microsoft.AspNetCore.Authentication.Cookies;

namespace AuditDashboard.Access.SignIn;

/// <summary>
/// Names the cookie <c>__Host-…</c> over https, which binds it to this host and to https for good. Over plain http (a trial on one's own
/// machine) a browser would drop such a cookie, so there it goes without.
/// </summary>
internal sealed class HostPrefixCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}
