using AuditDashboard.Access.SecondFactor;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.People;

/// <summary>A person as the list shows them.</summary>
internal sealed record PersonLine(
    string Id, string Name, string Email, string Role, IReadOnlyList<string> Branches, bool IsDisabled, bool IsInvited, bool HasSecondFactor, DateTimeOffset? LastSignInAt);

/// <summary>Everybody who can or could sign in: those who can first, by name.</summary>
internal sealed class PeopleQuery(IDbContextFactory<AuditDbContext> databases)
{
    public async Task<IReadOnlyList<PersonLine>> RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var users = await db.Set<UserRow>().AsNoTracking().ToListAsync(cancel);
        var factors = await db.Set<SecondFactorRow>().Select(row => row.UserId).ToHashSetAsync(cancel);
        return [.. users.OrderBy(user => user.IsDisabled).ThenBy(user => user.DisplayName, StringComparer.CurrentCulture).Select(user => Line(user, factors.Contains(user.Id)))];
    }

    private static PersonLine Line(UserRow user, bool hasSecondFactor) => new(
        user.Id, user.DisplayName, user.Email!, user.Role, user.BranchCodes, user.IsDisabled, user.MustChangePassword, hasSecondFactor, user.LastSignInAt);
}
