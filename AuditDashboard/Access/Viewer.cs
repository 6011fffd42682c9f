namespace AuditDashboard.Access;

/// <summary>The person signed in. A manager sees only <see cref="Branches"/>; owners and auditors see all (null).</summary>
/// <param name="Role">owner | manager | auditor</param>
public sealed record Viewer(string UserId, string Name, string Email, string Role, IReadOnlyCollection<string>? Branches)
{
    public bool IsOwner => Role == "owner";

    public bool MaySee(string? branch) => Branches is null || (branch is not null && Branches.Contains(branch));
}
