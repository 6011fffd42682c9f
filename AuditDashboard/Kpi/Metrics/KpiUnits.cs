using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>All that a client's story counts.</summary>
internal static class KpiUnits
{
    public static IReadOnlyList<KpiUnit> Of(ClientStory story, CountingRules? settled = null)
    {
        var rules = settled ?? CountingRules.Usual;
        var releases = new StoryReleases(story);
        var units = ResponseTime.Units(story, releases, rules.ThresholdMs)
            .Concat(new Conversion(story, releases, rules).Units())
            .Concat(SessionCount.Units(story, releases))
            .Concat(Confirmation.Units(story, releases))
            .Concat(Attendances.Units(story, releases, rules))
            .Concat(new Attempts(story, releases).Units())
            .Concat(Reactions.Units(story, releases))
            .Concat(Trials.Units(story))
            .Concat(Duplicates.Units(story, releases))
            .Concat(HumanReplies.Units(story, releases))
            .Concat(Deliveries.Units(story, releases));
        return story.FrozenUntil is { } frozen ? [.. units.Where(unit => unit.At > frozen)] : [.. units];
    }
}
