namespace AuditDashboard.Conversations.Sessions;

/// <summary>Narrows sessions to what happened in them, as the fold of the client's story wrote it down.</summary>
internal static class TraitFilters
{
    public static IQueryable<SessionJoin> Apply(IQueryable<SessionJoin> rows, IQueryable<SessionTraitRow> traits, SessionFilter filter)
    {
        rows = With(rows, traits, SessionTrait.Intent, filter.Intent);
        rows = With(rows, traits, SessionTrait.Model, filter.Model);
        rows = With(rows, traits, SessionTrait.Scenario, filter.Scenario);
        rows = filter.ConfidenceBelow is not { } confidence ? rows : rows.Where(row => row.Outcome != null && row.Outcome.LowestConfidence < confidence);
        rows = filter.ResponseAboveMs is not { } wait ? rows : rows.Where(row => row.Outcome != null && row.Outcome.ResponseMs > wait);
        rows = filter.HasCall ? rows.Where(row => row.Outcome != null && row.Outcome.HasCall) : rows;
        return filter.HasHuman ? rows.Where(row => row.Session.HasHuman) : rows;
    }

    private static IQueryable<SessionJoin> With(IQueryable<SessionJoin> rows, IQueryable<SessionTraitRow> traits, SessionTrait trait, string? value)
    {
        var kind = (int)trait;
        return value is null ? rows : rows.Where(row => traits.Any(known => known.SessionId == row.Session.Id && known.Kind == kind && known.Value == value));
    }
}
