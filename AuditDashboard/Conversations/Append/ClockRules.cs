using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Append;

/// <summary>When an event's own clock lies (decisions.md 16, kpi-notes.md section 1).</summary>
internal static class ClockRules
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Wrong = TimeSpan.FromHours(24);

    public static EventFlags Judge(AppendingEvent appending, IReadOnlyList<SessionRow> conversation, TimeSpan idle)
    {
        var ahead = appending.Content.Time - appending.RecordedAt;
        if (ahead > Tolerance)
        {
            return EventFlags.ClockSkew;
        }

        return ahead.Duration() > Wrong && conversation.MaxBy(session => session.LastSeq) is { LastWasLive: true } last && appending.RecordedAt - last.LastRecordedAt < idle
            ? EventFlags.ClockSkew
            : EventFlags.None;
    }

    /// <summary>
    /// When it may have been at the latest: messengers cut a message's time to the second, so that a quick answer would seem older than what it answers.
    /// </summary>
    public static DateTimeOffset LatestOf(DateTimeOffset moment) =>
        moment.Ticks % TimeSpan.TicksPerSecond == 0 ? moment.AddTicks(TimeSpan.TicksPerSecond - 1) : moment;

    public static EventFlags Tags(EventContent content) =>
        content is { Intent: null, Model: null, Scenario: null } && content.Type == EventTypes.MessageSent && content.Actor is null or "ai" && content.Type == EventTypes.MessageSent
            ? EventFlags.Untagged
            : EventFlags.None;
}
