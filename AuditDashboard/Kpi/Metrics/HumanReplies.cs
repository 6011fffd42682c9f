using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>
/// K1d: every call for a person that was answered or whose 15 working minutes have passed (product.md section 3.1). The clock runs from the call, not from
/// the session's start, and only while the branch works.
/// </summary>
internal static class HumanReplies
{
    private const long Minute = 60_000;

    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases) =>
        from episode in story.Episodes
        where !episode.IsExcluded
        from call in episode.Escalations
        where call.Answer is not null || call.IsLost
        select new KpiUnit(UnitKind.HumanReply, call.Request.Stored.Seq, call.Request.At, call.Request.Channel, call.Request.Branch, FlagsOf(call.WorkMs), call.WorkMs)
        {
            Release = releases.Of(call.Request), Amount = call.Answer is { } answer ? (long)(answer.At - call.Request.At).TotalMilliseconds : null,
        };

    /// <param name="workMs">Exactly 5 minutes are within 5; null = nobody answered.</param>
    private static UnitFlags FlagsOf(long? workMs) =>
        (workMs <= 5 * Minute ? UnitFlags.RepliedIn5 : UnitFlags.None)
        | (workMs <= 15 * Minute ? UnitFlags.RepliedIn15 : UnitFlags.None)
        | (workMs <= 60 * Minute ? UnitFlags.RepliedIn60 : UnitFlags.None);
}
