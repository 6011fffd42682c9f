using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Replay.Reading;

/// <summary>Notes in the access journal that the viewer opened a dialog.</summary>
internal sealed class OpenDialog(IAccessJournal journal)
{
    public Task HandleAsync(SessionId sessionId, CancellationToken cancel) =>
        journal.WriteAsync("dialog.viewed", sessionId.ToString(), null, cancel);
}
