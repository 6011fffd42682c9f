using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.People;

/// <summary>A person as the list shows them.</summary>
internal sealed record PersonLine(
    string Id, string Name, string Email, string Role, IReadOnlyList<string> Branches, bool IsDisabled, bool IsInvited, DateTimeOffset? LastSignInAt);

/// <summary>Everybody who can or could sign in: those who can first, by name.</summary>
internal sealed class PeopleQuery(IDbContextFactory<AuditDbContext> databases)
{
    public async Task<IReadOnlyList<PersonLine>> RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var users = await db.Set<UserRow>().AsNoTracking().ToListAsync(cancel);
        return [.. users.OrderBy(user => user.IsDisabled).ThenBy(user => user.DisplayName, StringComparer.CurrentCulture).Select(Line)];
    }

    private static PersonLine Line(UserRow user) => new(
        user.Id, user.DisplayName, user.Email!, user.Role, user.BranchCodes, user.IsDisabled, user.MustChangePassword, user.LastSignInAt);
}
