using AuditDashboard.Foundation;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>The answer to a missing, wrong or too weak key: the same words whatever was wrong with it.</summary>
internal sealed class KeyRefusal : IResult
{
    private readonly bool _isKnown;
    private readonly string _scope;

    private KeyRefusal(bool isKnown, string scope) => (_isKnown, _scope) = (isKnown, scope);

    public static KeyRefusal Of(bool isKnown, string scope) => new(isKnown, scope);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.WWWAuthenticate = _isKnown
            ? $"Bearer realm=\"AuditDashboard\", error=\"insufficient_scope\", scope=\"{_scope}\""
            : "Bearer realm=\"AuditDashboard\"";
        return Problem.WriteAsync(httpContext.Response, _isKnown ? "scope" : "unauthorized");
    }
}
