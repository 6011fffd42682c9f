using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Replay.Reading;

/// <summary>
/// Reads a dialog's events, and its turns from the client's whole story: what answers a reminder or a failed delivery only shows there, and
/// the replay, the list of dialogs and the KPIs give the same numbers.
/// </summary>
internal sealed class TimelineReader(IEventReader events, IStories stories)
{
    public async Task<Timeline> RunAsync(SessionSummary session, CancellationToken cancel)
    {
        // The story first: an event that comes in between is then shown at least, and counted at the next reading.
        var story = session.ClientId is { } client ? await stories.TellAsync(client, cancel) : null;
        var stored = await events.OfSessionAsync(session.Id, cancel);
        return TimelineBuilder.Build(stored, story?.Episodes.SelectMany(episode => episode.Turns) ?? []);
    }
}
