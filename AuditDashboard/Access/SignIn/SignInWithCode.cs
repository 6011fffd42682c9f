using AuditDashboard.Access.Journal;
using AuditDashboard.Access.People;
using AuditDashboard.Access.SecondFactor;
using AuditDashboard.Access.Viewing;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.SignIn;

/// <summary>The second step: a code of the app, or a recovery code, of whoever showed the right password before.</summary>
internal sealed class SignInWithCode(
    UserManager<UserRow> users, SignInTickets tickets, SecondFactors factors, FailedSignIns failures, OpenSignIn open, JournalStore journal)
{
    public async Task<SignInAnswer> HandleAsync(HttpContext context, string? ticket, string code)
    {
        if (await tickets.ReadAsync(TicketFor.Code, ticket, users) is not { } user)
        {
            return new SignInAnswer(SignInStatus.TicketOld);
        }

        // Counted apart from passwords: a right password must not open a fresh five tries at the code.
        var (address, account) = (Origin.AddressOf(context), $"code {user.Id}");
        if ((failures.LockedUntil(account) ?? failures.RetryAt(address, account)) is { } retryAt)
        {
            return new SignInAnswer(SignInStatus.TooMany, retryAt);
        }

        if (!await factors.TryAsync(user.Id, code, context.RequestAborted))
        {
            failures.Add(address, account);
            await journal.AddAsync(JournalActor.Of(context, ""), "code.failed", user.Id, null, context.RequestAborted);
            return new SignInAnswer(SignInStatus.Wrong);
        }

        failures.Forget(address, account);
        await open.HandleAsync(context, user);
        return new SignInAnswer(SignInStatus.SignedIn);
    }
}
