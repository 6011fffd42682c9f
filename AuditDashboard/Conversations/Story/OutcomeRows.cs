using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

/// <summary>What a told episode adds to its session in the list of dialogs.</summary>
internal static class OutcomeRows
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    public static SessionOutcomeRow Row(SessionId id, Episode episode)
    {
        var turns = episode.Turns.Where(turn => !turn.IsHuman && !turn.IsPending && !turn.IsSkewed).ToList();
        var waits = turns.Where(turn => turn.Answer is { Actor: "ai" }).Select(turn => turn.WaitMs!.Value).Order().ToList();
        return new SessionOutcomeRow
        {
            SessionId = id, Outcome = episode.Outcome, ClosedAt = episode.IsClosed ? episode.CloseAt : null,
            ResponseMs = waits.Count == 0 ? null : waits[((waits.Count + 1) / 2) - 1],
            SlowTurns = turns.Count(turn => turn.IsExpired || turn.WaitMs > Slow.TotalMilliseconds),
        };
    }

    public static bool Same(SessionOutcomeRow one, SessionOutcomeRow other) =>
        (one.Outcome, one.ClosedAt, one.ResponseMs, one.SlowTurns) == (other.Outcome, other.ClosedAt, other.ResponseMs, other.SlowTurns);
}
