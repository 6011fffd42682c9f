namespace AuditDashboard.Conversations.Sessions;

/// <summary>Narrows sessions to what was said or used in them, as the fold of the client's story wrote it down.</summary>
internal static class TraitFilters
{
    public static bool Narrows(SessionFilter filter) => filter.Intent is not null || filter.Model is not null || filter.Scenario is not null;

    public static IQueryable<SessionRow> Apply(IQueryable<SessionRow> rows, IQueryable<SessionTraitRow> traits, SessionFilter filter)
    {
        rows = With(rows, traits, SessionTrait.Intent, filter.Intent);
        rows = With(rows, traits, SessionTrait.Model, filter.Model);
        return With(rows, traits, SessionTrait.Scenario, filter.Scenario);
    }

    private static IQueryable<SessionRow> With(IQueryable<SessionRow> rows, IQueryable<SessionTraitRow> traits, SessionTrait trait, string? value)
    {
        var kind = (int)trait;
        return value is null ? rows : rows.Where(row => traits.Any(known => known.SessionId == row.Id && known.Kind == kind && known.Value == value));
    }
}
