using AuditDashboard.Access.Journal;
using AuditDashboard.Access.People;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.SignIn;

/// <summary>A person's own new password, proved by the old one or by the ticket of a one-time password. Ends all other sign-ins.</summary>
internal sealed class ChoosePassword(
    UserManager<UserRow> users, SignInTickets tickets, FinishSignIn finish, FailedSignIns failures, Pulse<PersonChanged> changed, JournalStore journal)
{
    /// <summary>
    /// Refusals: <c>password.wrong</c>, <c>ticket.old</c>, <c>password.short</c>, <c>password.long</c>, <c>password.weak</c>,
    /// <c>toomany</c> (wrong old passwords).
    /// </summary>
    public async Task<Outcome<SignInAnswer>> HandleAsync(HttpContext context, string? ticket, string? oldPassword, string newPassword)
    {
        var (user, refusal) = string.IsNullOrEmpty(ticket) ? await ByOldPasswordAsync(context, oldPassword ?? "") : await ByTicketAsync(ticket);
        refusal ??= PersonRules.JudgeChosen(newPassword, user!.Email!);
        if (refusal is not null)
        {
            return refusal;
        }

        user!.PasswordHash = users.PasswordHasher.HashPassword(user, newPassword);
        user.MustChangePassword = false;
        await users.UpdateSecurityStampAsync(user);
        changed.Send(new PersonChanged(user.Id));
        await journal.AddAsync(JournalActor.Of(context, user.Id), "password.changed", user.Id, null, context.RequestAborted);
        return await finish.HandleAsync(context, user, isIn: string.IsNullOrEmpty(ticket));
    }

    private async Task<(UserRow? User, Refusal? Refusal)> ByTicketAsync(string ticket) =>
        await tickets.ReadAsync(TicketFor.Password, ticket, users) is { } user
            ? (user, null)
            : (null, new Refusal("ticket.old"));

    private async Task<(UserRow? User, Refusal? Refusal)> ByOldPasswordAsync(HttpContext context, string oldPassword)
    {
        if (await users.GetUserAsync(context.User) is not { IsDisabled: false } user)
        {
            return (null, new Refusal("ticket.old"));
        }

        var address = Viewing.Origin.AddressOf(context);
        if (failures.RetryAt(address, user.Id) is not null)
        {
            return (null, new Refusal("toomany"));
        }

        if (await users.CheckPasswordAsync(user, oldPassword))
        {
            return (user, null);
        }

        failures.Add(address, user.Id);
        return (null, new Refusal("password.wrong"));
    }
}
