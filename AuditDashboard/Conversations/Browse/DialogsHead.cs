using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.Browse;

/// <summary>What stands above the list.</summary>
/// <param name="Total">Sessions that match the whole filter.</param>
/// <param name="Chips">Sessions of each chip, with the rest of the filter.</param>
/// <param name="Branches">The branches the viewer may see.</param>
/// <param name="AnyAtAll">The viewer has dialogs, whatever the filter says.</param>
public sealed record DialogsHead(int Total, IReadOnlyDictionary<string, int> Chips, IReadOnlyList<BranchOption> Branches, bool AnyAtAll);
