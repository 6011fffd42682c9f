namespace AuditDashboard.Kpi.Reports;

/// <summary>What a filter narrows every day to: the same scope of the same day is the same sum.</summary>
/// <param name="Branches">The branches a manager may see, in order and a line each; null = all.</param>
internal readonly record struct DayScope(string? Channel, string? Branch, string? Release, string? Branches)
{
    public static DayScope Of(KpiFilter filter) => new(
        filter.Channel, filter.Branch, filter.Release, filter.Branches is { } own ? string.Join('\n', own.Order(StringComparer.Ordinal)) : null);
}
