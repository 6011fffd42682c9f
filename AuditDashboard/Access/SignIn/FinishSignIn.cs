using AuditDashboard.Access.People;
using AuditDashboard.Access.SecondFactor;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access.SignIn;

/// <summary>What comes after a right password: the cookie, or the second step before it.</summary>
internal sealed class FinishSignIn(OpenSignIn open, SecondFactors factors, SignInTickets tickets, IOptions<AccessOptions> options)
{
    /// <param name="isIn">The person is signed in already and only needs a fresh cookie.</param>
    public async Task<SignInAnswer> HandleAsync(HttpContext context, UserRow user, bool isIn = false)
    {
        if (!isIn && await factors.StateAsync(user.Id, context.RequestAborted) is not null)
        {
            return new SignInAnswer(SignInStatus.NeedsCode, Ticket: tickets.Make(TicketFor.Code, user));
        }

        if (!isIn && options.Value.RequireMfa)
        {
            return new SignInAnswer(SignInStatus.MustEnrol, Ticket: tickets.Make(TicketFor.Enrolment, user));
        }

        await open.HandleAsync(context, user);
        return new SignInAnswer(SignInStatus.SignedIn);
    }
}
