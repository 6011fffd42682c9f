using AuditDashboard.Access.Journal;
using AuditDashboard.Access.People;
using AuditDashboard.Access.Viewing;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.SignIn;

/// <summary>Checks an e-mail address and password and, when they belong together, leads on.</summary>
internal sealed class SignInWithPassword(
    SignInManager<UserRow> signIn, FailedSignIns failures, FinishSignIn finish, SignInTickets tickets, JournalStore journal)
{
    private static readonly UserRow Nobody = new() { PasswordHash = null };

    public async Task<SignInAnswer> HandleAsync(HttpContext context, string email, string password)
    {
        var account = signIn.UserManager.NormalizeEmail(email.Trim()) ?? "";
        var address = Origin.AddressOf(context);
        if ((failures.LockedUntil(account) ?? failures.RetryAt(address, account)) is { } retryAt)
        {
            return new SignInAnswer(SignInStatus.TooMany, retryAt);
        }

        var user = account.Length is 0 or > 256 ? null : await signIn.UserManager.FindByEmailAsync(account);
        if (!await IsRightAsync(user, password))
        {
            failures.Add(address, account);
            await journal.AddAsync(JournalActor.Of(context, ""), "signin.failed", user?.Id, null, context.RequestAborted);
            return failures.LockedUntil(account) is { } until ? new SignInAnswer(SignInStatus.TooMany, until) : new SignInAnswer(SignInStatus.Wrong);
        }

        failures.Forget(address, account);
        return user!.MustChangePassword
            ? new SignInAnswer(SignInStatus.MustChangePassword, Ticket: tickets.Make(TicketFor.Password, user))
            : await finish.HandleAsync(context, user);
    }

    // As much work for an account that is not there as for one that is.
    private async Task<bool> IsRightAsync(UserRow? user, string password)
    {
        if (user is null or { IsDisabled: true } || password.Length > PersonRules.Longest)
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, DecoyHash(), password[..Math.Min(password.Length, PersonRules.Longest)]);
            return false;
        }

        return (await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded;
    }

    private string DecoyHash() =>
        Nobody.PasswordHash ??= signIn.UserManager.PasswordHasher.HashPassword(Nobody, AuditDashboard.Foundation.Secrets.Token(20));
}
