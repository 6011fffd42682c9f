using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>All that a client's story counts.</summary>
internal static class KpiUnits
{
    public static IReadOnlyList<KpiUnit> Of(ClientStory story)
    {
        var units = ResponseTime.Units(story).Concat(Conversion.Units(story)).Concat(SessionCount.Units(story));
        return story.FrozenUntil is { } frozen ? [.. units.Where(unit => unit.At > frozen)] : [.. units];
    }
}
