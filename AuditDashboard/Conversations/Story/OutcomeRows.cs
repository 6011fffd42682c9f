using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

/// <summary>What a told episode adds to its session in the list of dialogs.</summary>
internal static class OutcomeRows
{
    public static SessionOutcomeRow Row(SessionId id, Episode episode)
    {
        var response = Episode.Response.Of(episode.Turns);
        return new SessionOutcomeRow
        {
            SessionId = id, Outcome = episode.Outcome, ClosedAt = episode.IsClosed ? episode.CloseAt : null,
            ResponseMs = response.MedianMs, SlowTurns = response.Slow,
        };
    }

    public static bool Same(SessionOutcomeRow one, SessionOutcomeRow other) =>
        (one.Outcome, one.ClosedAt, one.ResponseMs, one.SlowTurns) == (other.Outcome, other.ClosedAt, other.ResponseMs, other.SlowTurns);
}
