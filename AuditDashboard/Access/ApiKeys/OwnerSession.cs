using AuditDashboard.Access.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>An owner who calls an operator's endpoint from the browser instead of with a key.</summary>
internal static class OwnerSession
{
    private static readonly HashSet<string> AllScopes = [.. KeyScopes.All];

    public static async Task<CallingBot?> FindAsync(HttpContext context)
    {
        var signedIn = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return signedIn.Principal is { } person && PersonClaims.IsOwner(person) && IsOurs(context.Request)
            ? new CallingBot("", NewApiKey.OwnBot, null, AllScopes)
            : null;
    }

    // A cookie comes along whoever wrote the link; browsers say where a request that changes something was made.
    private static bool IsOurs(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers["Sec-Fetch-Site"] == "same-origin";
}
