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
            LowestConfidence = episode.Events.Where(item => item.IsClientMessage).Min(item => item.Content.Intent?.Confidence),
            HasCall = episode.Events.Any(item => item.Stored.Type.StartsWith("call.", StringComparison.Ordinal)),
        };
    }

    public static bool Same(SessionOutcomeRow one, SessionOutcomeRow other) =>
        (one.Outcome, one.ClosedAt, one.ResponseMs, one.SlowTurns, one.LowestConfidence, one.HasCall)
        == (other.Outcome, other.ClosedAt, other.ResponseMs, other.SlowTurns, other.LowestConfidence, other.HasCall);
}
