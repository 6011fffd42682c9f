using AuditDashboard.Access.Journal;
using AuditDashboard.Access.People;
using AuditDashboard.Access.SignIn;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>A person's own second step: switched on by a code of the app, switched off by one.</summary>
internal sealed class ChangeSecondFactor(
    UserManager<UserRow> users, SignInTickets tickets, SecondFactors factors, OpenSignIn open, JournalStore journal, IOptions<AccessOptions> options)
{
    /// <summary>Whose it is about: the ticket's person, else whoever is signed in; null = neither.</summary>
    public async Task<UserRow?> PersonAsync(HttpContext context, string? ticket) => string.IsNullOrEmpty(ticket)
        ? await users.GetUserAsync(context.User) is { IsDisabled: false } user ? user : null
        : await tickets.ReadAsync(TicketFor.Enrolment, ticket, users);

    /// <summary>The recovery codes, to be shown this once. Who came with a ticket is signed in. Refusals: <c>code.wrong</c>, <c>code.on</c>.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> TurnOnAsync(HttpContext context, UserRow user, string secret, string code, bool byTicket)
    {
        var cancel = context.RequestAborted;
        if (await factors.StateAsync(user.Id, cancel) is not null)
        {
            return new Refusal("code.on");
        }

        if (await factors.TurnOnAsync(user.Id, secret, code, cancel) is not { } codes)
        {
            return new Refusal("code.wrong");
        }

        await journal.AddAsync(JournalActor.Of(context, user.Id), "code.enabled", user.Id, null, cancel);
        if (byTicket)
        {
            await open.HandleAsync(context, user);
        }

        return new Outcome<IReadOnlyList<string>>(codes, null);
    }

    /// <summary>Refusals: <c>code.demanded</c>, <c>code.wrong</c>.</summary>
    public async Task<Refusal?> TurnOffAsync(HttpContext context, UserRow user, string code)
    {
        if (options.Value.RequireMfa)
        {
            return new Refusal("code.demanded");
        }

        if (!await factors.TryAsync(user.Id, code, context.RequestAborted))
        {
            return new Refusal("code.wrong");
        }

        await factors.TurnOffAsync(user.Id, context.RequestAborted);
        await journal.AddAsync(JournalActor.Of(context, user.Id), "code.disabled", user.Id, null, context.RequestAborted);
        return null;
    }
}
