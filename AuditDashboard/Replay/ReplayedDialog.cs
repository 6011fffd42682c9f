using AuditDashboard.Conversations;
using AuditDashboard.Foundation;

namespace AuditDashboard.Replay;

/// <summary>A dialog as the replay shows it to a viewer who may see it.</summary>
/// <param name="Others">Other dialogs of the same client that the viewer may see, the newest first.</param>
/// <param name="Clock">In the zone of the dialog's branch, else of the organization: every time on the page is in it.</param>
public sealed record ReplayedDialog(
    SessionSummary Summary, Timeline Timeline, IReadOnlyList<SessionSummary> Others, string Branch, SalonClock Clock);
