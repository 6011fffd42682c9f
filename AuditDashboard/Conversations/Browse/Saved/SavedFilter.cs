namespace AuditDashboard.Conversations.Browse.Saved;

/// <summary>A filter somebody gave a name.</summary>
/// <param name="Query">Of the list's address, without the question mark.</param>
/// <param name="IsCommon">Everybody sees it.</param>
/// <param name="MayRemove">The viewer made it, or is an owner.</param>
/// <param name="Count">Dialogs of the viewer's branches that match it now.</param>
public sealed record SavedFilter(Guid Id, string Name, string Query, bool IsCommon, bool MayRemove, int Count);
