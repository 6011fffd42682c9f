using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Replay.Reading;
using AuditDashboard.Settings;

namespace AuditDashboard.Replay;

/// <summary>Reads a dialog for its replay. A dialog of a branch the viewer may not see is as good as absent.</summary>
internal sealed class TimelineQuery(
    ISessions sessions, TimelineReader timelines, ICurrentViewer viewers, IAccessJournal journal, ISettings settings, TimeProvider time)
{
    /// <summary>As <see cref="RunAsync"/>, and the access journal knows that the viewer opened the dialog before they see it.</summary>
    public async Task<ReplayedDialog?> OpenAsync(SessionId sessionId, CancellationToken cancel)
    {
        var dialog = await RunAsync(sessionId, cancel);
        if (dialog is not null)
        {
            await journal.WriteAsync("dialog.viewed", sessionId.ToString(), dialog.Summary.ClientId, null, cancel);
        }

        return dialog;
    }

    /// <returns>Null when there is no such dialog or the viewer may not see it.</returns>
    public async Task<ReplayedDialog?> RunAsync(SessionId sessionId, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (await sessions.FindAsync(sessionId, cancel) is not { } summary || !viewer.MaySee(summary.Branch))
        {
            return null;
        }

        var timeline = await timelines.RunAsync(summary, cancel);
        var others = summary.ClientId is { } clientId ? await sessions.OfClientAsync(clientId, cancel) : [];
        return new ReplayedDialog(
            summary, timeline, [.. others.Where(other => other.Id != sessionId && viewer.MaySee(other.Branch))],
            settings.Salon.NameOf(summary.Branch), new SalonClock(time, ZoneOf(summary.Branch)));
    }

    private TimeZoneInfo ZoneOf(string? branch)
    {
        var salon = settings.Salon;
        var own = salon.Branches.FirstOrDefault(known => known.Code == branch)?.TimeZone;
        return TimeZoneInfo.FindSystemTimeZoneById(own ?? salon.TimeZone);
    }
}
