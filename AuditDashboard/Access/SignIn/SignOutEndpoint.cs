using System.Security.Claims;
using AuditDashboard.Access.Journal;
using AuditDashboard.Access.People;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.SignIn;

/// <summary>Ends this browser's sign-in: its cookie, its open tabs and what it cached of our pages.</summary>
internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/logout", SignOutAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, Pulse<PersonChanged> changed, JournalStore journal)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId)
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            await journal.AddAsync(JournalActor.Of(context, userId), "signed.out", userId, null, context.RequestAborted);
            changed.Send(new PersonChanged(userId, context.User.FindFirstValue(PersonClaims.SignIn)));
        }

        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return TypedResults.LocalRedirect("/login");
    }
}
