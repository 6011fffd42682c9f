namespace AuditDashboard.Access;

/// <summary>The branches that can be given to a manager or a key. Settings, which lie above, provide it.</summary>
public interface IBranchList
{
    IReadOnlyList<(string Code, string Name)> All { get; }
}
