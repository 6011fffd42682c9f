using AuditDashboard.Access.Journal;
using AuditDashboard.Access.People;
using AuditDashboard.Access.SignIn;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.FirstStart;

/// <summary>Makes the first owner for whoever holds the set-up link, and signs them in.</summary>
internal sealed class MakeFirstOwner(SetUpCode codes, IPeople people, FinishSignIn finish, UserManager<UserRow> users, JournalStore journal)
{
    /// <summary>Refusals: <c>code.old</c>, <c>password.weak</c>, and those of <see cref="IPeople.AddAsync"/>.</summary>
    public async Task<Outcome<SignInAnswer>> HandleAsync(HttpContext context, string? code, string name, string email, string password)
    {
        // What the form got wrong must not cost the code.
        var refusal = codes.IsOpen(code)
            ? PersonRules.JudgeEmail(email) ?? PersonRules.JudgeChosen(password, email)
            : new Refusal("code.old");
        if (refusal is not null)
        {
            return refusal;
        }

        var cancel = context.RequestAborted;
        if (await people.HasOwnerAsync(cancel) || !codes.Take(code))
        {
            return new Refusal("code.old");
        }

        var added = await people.AddAsync(new IPeople.NewPerson(email, password, name, Roles.Owner, []), cancel);
        if (!added.Succeeded)
        {
            return added.Refusal!;
        }

        await journal.AddAsync(JournalActor.Of(context, added.Value), "owner.created", added.Value, null, cancel);
        return await finish.HandleAsync(context, (await users.FindByIdAsync(added.Value))!);
    }
}
