namespace AuditDashboard.Conversations.Sessions;

/// <summary>What of a filter the fold of the client's story answers.</summary>
internal static class OutcomeFilters
{
    public static bool Narrows(SessionFilter filter) =>
        filter.ConfidenceBelow is not null || filter.ResponseAboveMs is not null || filter.HasCall || filter.Outcome is not (null or "" or "complaint" or "escalated" or "human");

    public static IQueryable<SessionOutcomeRow> Apply(IQueryable<SessionOutcomeRow> rows, SessionFilter filter)
    {
        rows = filter.ConfidenceBelow is not { } confidence ? rows : rows.Where(row => row.LowestConfidence < confidence);
        rows = filter.ResponseAboveMs is not { } wait ? rows : rows.Where(row => row.ResponseMs > wait);
        rows = filter.HasCall ? rows.Where(row => row.HasCall) : rows;
        return filter.Outcome switch
        {
            null or "" or "complaint" or "escalated" or "human" => rows,
            "slow" => rows.Where(row => row.SlowTurns > 0),
            var outcome => rows.Where(row => row.Outcome == outcome),
        };
    }
}
