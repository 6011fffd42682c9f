using AuditDashboard.Foundation;

namespace AuditDashboard.Access.People;

/// <summary>Makes a person with a one-time password, which is in the answer and nowhere else; it opens only the choice of another.</summary>
internal sealed class InvitePerson(IPeople people, ICurrentViewer viewers, IAccessJournal journal)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>branches.missing</c>, and those of <see cref="IPeople.AddAsync"/>.</summary>
    public async Task<Outcome<string>> HandleAsync(string email, string name, string role, IReadOnlyCollection<string> branches, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        if (role == Roles.Manager && branches.Count == 0)
        {
            return new Refusal("branches.missing");
        }

        var password = Secrets.Token(16);
        var added = await people.AddAsync(new IPeople.NewPerson(email.Trim(), password, name, role, branches, MustChangePassword: true), cancel);
        if (!added.Succeeded)
        {
            return added.Refusal;
        }

        await journal.WriteAsync("person.invited", added.Value, role, cancel);
        return password;
    }
}
