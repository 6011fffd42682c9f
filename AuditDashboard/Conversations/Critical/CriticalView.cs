using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.Critical;

/// <summary>A page of critical events.</summary>
/// <param name="Open">How many wait, by kind.</param>
/// <param name="Count">All that match, not only those shown.</param>
/// <param name="MayAct">Auditors only read.</param>
internal sealed record CriticalView(IReadOnlyDictionary<string, int> Open, int Count, IReadOnlyList<CriticalLine> Lines, IReadOnlyList<BranchOption> Branches, bool MayAct)
{
    public int AllOpen() => Open.Values.Sum();
}
