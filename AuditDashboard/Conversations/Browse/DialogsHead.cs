using AuditDashboard.Conversations.Browse.Saved;
using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.Browse;

/// <summary>What stands above the list.</summary>
/// <param name="Total">Sessions that match the whole filter.</param>
/// <param name="Chips">Sessions of each chip, with the rest of the filter.</param>
/// <param name="Saved">The viewer's own filters and everybody's, with their counts.</param>
/// <param name="Branches">The branches the viewer may see.</param>
/// <param name="Traits">What the drawer offers.</param>
/// <param name="AnyAtAll">The viewer has dialogs, whatever the filter says.</param>
internal sealed record DialogsHead(
    int Total, IReadOnlyDictionary<string, int> Chips, IReadOnlyList<SavedFilter> Saved, IReadOnlyList<BranchOption> Branches, ISessions.Traits Traits, bool AnyAtAll);
