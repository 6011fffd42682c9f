using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>
/// K1e: how long a channel takes to hand over what a client wrote (product.md section 3.1): a slow channel is no slow assistant. Of messages that came
/// through a messenger's own hook, whose time is the messenger's; one a session is enough. Messengers tell whole seconds: the value is ±1 s.
/// </summary>
internal static class Deliveries
{
    /// <summary>Longer ago it is history that was read afterwards, no delivery.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases) =>
        from episode in story.Episodes
        where !episode.IsExcluded
        let first = episode.Events.FirstOrDefault(item => item.IsClientMessage && item.Stored.Endpoint is not null)
        where first is { IsSkewed: false } && first.Stored.RecordedAt - first.Stored.OccurredAt is var lag && lag >= TimeSpan.Zero && lag <= Longest
        select new KpiUnit(
            UnitKind.Delivery, first.Stored.Seq, first.At, first.Channel, first.Branch, UnitFlags.None, (long)(first.Stored.RecordedAt - first.Stored.OccurredAt).TotalMilliseconds)
        {
            Release = releases.Of(first),
        };
}
