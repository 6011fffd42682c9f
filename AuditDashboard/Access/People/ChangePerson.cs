using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.People;

/// <summary>
/// What an owner does to another person's access. Each change ends the person's open sign-ins; the last owner can neither be disabled nor
/// become something else, because nobody could undo it.
/// </summary>
internal sealed class ChangePerson(
    IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, IAccessJournal journal, IPasswordHasher<UserRow> hasher, Pulse<PersonChanged> changed)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>person.unknown</c>, <c>owner.last</c>, <c>role.unknown</c>, <c>branches.missing</c>.</summary>
    public Task<Refusal?> SetRoleAsync(string userId, string role, IReadOnlyCollection<string> branches, CancellationToken cancel) =>
        PersonRules.JudgeRole(role) is { } unknown ? Task.FromResult<Refusal?>(unknown)
        : role == Roles.Manager && branches.Count == 0 ? Task.FromResult<Refusal?>(new Refusal("branches.missing"))
        : ApplyAsync(userId, "person.role_changed", role, loses: role != Roles.Owner, user =>
        {
            user.Role = role;
            user.Branches = role == Roles.Manager ? CodeList.Join(branches) : "";
        }, cancel);

    /// <summary>Refusals: <c>forbidden</c>, <c>person.unknown</c>, <c>owner.last</c>.</summary>
    public Task<Refusal?> SetDisabledAsync(string userId, bool isDisabled, CancellationToken cancel) =>
        ApplyAsync(userId, isDisabled ? "person.disabled" : "person.enabled", null, loses: isDisabled, user => user.IsDisabled = isDisabled, cancel);

    /// <summary>The new one-time password. Refusals: <c>forbidden</c>, <c>person.unknown</c>.</summary>
    public async Task<Outcome<string>> ResetPasswordAsync(string userId, CancellationToken cancel)
    {
        var password = Secrets.Token(16);
        var refusal = await ApplyAsync(userId, "person.password_reset", null, loses: false, user =>
        {
            user.PasswordHash = hasher.HashPassword(user, password);
            user.MustChangePassword = true;
            user.AccessFailedCount = 0;
            user.LockoutEnd = null;
        }, cancel);
        return refusal is null ? password : refusal;
    }

    private async Task<Refusal?> ApplyAsync(string userId, string action, string? reason, bool loses, Action<UserRow> change, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<UserRow>().SingleOrDefaultAsync(user => user.Id == userId, cancel) is not { } person)
        {
            return new Refusal("person.unknown");
        }

        if (loses && person is { Role: Roles.Owner, IsDisabled: false }
            && !await db.Set<UserRow>().AnyAsync(user => user.Id != userId && user.Role == Roles.Owner && !user.IsDisabled, cancel))
        {
            return new Refusal("owner.last");
        }

        change(person);
        person.SecurityStamp = Secrets.Token(32);
        person.ConcurrencyStamp = Secrets.Token(32);
        await db.SaveChangesAsync(cancel);
        changed.Send(new PersonChanged(userId));
        await journal.WriteAsync(action, userId, reason, cancel);
        return null;
    }
}
