using AuditDashboard.Foundation;

namespace AuditDashboard.Access;

/// <summary>People by id, and their making for those who do it without a page: provisioning and the demo.</summary>
public interface IPeople
{
    /// <summary>The name of a person by id, whether or not they can still sign in; null = nobody.</summary>
    Task<string?> NameAsync(string userId, CancellationToken cancel);

    Task<bool> HasOwnerAsync(CancellationToken cancel);

    /// <summary>True while this person is an owner who may sign in.</summary>
    Task<bool> IsOwnerAsync(string userId, CancellationToken cancel);

    /// <summary>
    /// The id of the new person. Refusals: <c>email.taken</c>, <c>email.invalid</c>, <c>role.unknown</c>, <c>password.short</c> (fewer than 8
    /// characters), <c>password.long</c>.
    /// </summary>
    Task<Outcome<string>> AddAsync(NewPerson person, CancellationToken cancel);

    /// <param name="Role">owner | manager | auditor</param>
    /// <param name="Branches">Codes; count for a manager only.</param>
    /// <param name="MustChangePassword">The password is a one-time one: it only opens the choice of another.</param>
    sealed record NewPerson(
        string Email, string Password, string Name, string Role, IReadOnlyCollection<string> Branches, bool MustChangePassword = false);
}
