using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Replay.Reading;

/// <summary>Uncovers a client's phone for an owner or manager who may see the dialog; the journal knows before the viewer does.</summary>
internal sealed class RevealPhone(ISessions sessions, ICurrentViewer viewers, IAccessJournal journal)
{
    /// <param name="reason">Why, as chosen or typed; without one nothing is shown.</param>
    /// <returns>E.164, or null when there is none or the viewer may not see it.</returns>
    public async Task<string?> HandleAsync(SessionId sessionId, string reason, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (viewer.Role == "auditor" || reason.Trim().Length < ReasonForm.Shortest)
        {
            return null;
        }

        if (await sessions.FindAsync(sessionId, cancel) is not { Phone: { } phone } summary || !viewer.MaySee(summary.Branch))
        {
            return null;
        }

        await journal.WriteAsync("phone.revealed", summary.ClientId?.ToString() ?? sessionId.ToString(), summary.ClientId, reason, cancel);
        return phone;
    }
}
