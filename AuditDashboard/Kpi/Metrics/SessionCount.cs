using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>The sessions of the client with what they count as: K5 and K6 (kpi-notes.md sections 8 and 9).</summary>
internal static class SessionCount
{
    public static IEnumerable<KpiUnit> Units(ClientStory story)
    {
        var closing = new AutoClose(story);
        foreach (var episode in story.Episodes.Where(episode => !episode.IsExcluded))
        {
            if (episode.Events.FirstOrDefault(item => item.IsActivity && !item.IsImported) is { } start)
            {
                var flags = closing.FlagsOf(episode) | EscalationFlags(episode) | Answered(episode)
                    | (episode.IsInbound ? UnitFlags.Inbound : UnitFlags.None);
                yield return new KpiUnit(UnitKind.Session, start.Stored.Seq, start.At, episode.Channel, episode.Branch, flags);
            }
        }
    }

    private static UnitFlags EscalationFlags(Episode episode)
    {
        var escalated = episode.Escalations.Count > 0;
        if (!episode.IsInbound || !(episode.IsAiInvolved || escalated))
        {
            return UnitFlags.None;
        }

        return UnitFlags.Escalatable
            | (escalated ? UnitFlags.Escalated : UnitFlags.None)
            | (episode.Escalations.Any(call => call.IsLost) ? UnitFlags.Lost : UnitFlags.None);
    }

    private static UnitFlags Answered(Episode episode) =>
        episode.IsInbound && episode.Events.Any(item => item.IsSubstantive) ? UnitFlags.Answered : UnitFlags.None;
}
