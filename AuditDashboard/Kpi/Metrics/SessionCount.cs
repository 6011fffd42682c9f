using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>The sessions of the client with what they count as: K5 and K6 (kpi-notes.md sections 8 and 9), K15b, K19 and K20.</summary>
internal static class SessionCount
{
    private static readonly HashSet<string> TechnicalCauses = ["limit", "error"];

    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases)
    {
        var closing = new AutoClose(story);
        var missing = new MissedClients(story);
        foreach (var episode in story.Episodes.Where(episode => !episode.IsExcluded))
        {
            if (episode.Events.FirstOrDefault(item => item.IsActivity && !item.IsImported) is not { } start)
            {
                continue;
            }

            var closed = closing.FlagsOf(episode);
            var missed = missing.ReasonOf(episode);
            var flags = closed | EscalationFlags(episode) | VoiceFlags(episode) | missing.FlagsOf(episode, missed)
                | (releases.IsMixed(episode) ? UnitFlags.Mixed : UnitFlags.None);
            var unit = new KpiUnit(UnitKind.Session, start.Stored.Seq, start.At, episode.Channel, episode.Branch, flags)
            {
                Release = releases.Of(episode), Label = SourceOf(episode), Amount = Flaws.Answers(episode),
            };
            yield return unit;
            foreach (var part in Parts(unit with { Flags = UnitFlags.None, Amount = null }, episode, closed, missed))
            {
                yield return part;
            }
        }
    }

    /// <summary>The session again, by what else it is counted by.</summary>
    private static IEnumerable<KpiUnit> Parts(KpiUnit unit, Episode episode, UnitFlags closed, string? missed)
    {
        var escalated = EscalationFlags(episode) & (UnitFlags.Escalated | UnitFlags.Lost);
        if (escalated != UnitFlags.None)
        {
            yield return unit with { Kind = UnitKind.Cause, Label = CauseOf(episode), Flags = escalated };
        }

        if (Spots.LabelOf(episode) is { } spot)
        {
            yield return unit with { Kind = UnitKind.Spot, Label = spot };
        }

        if (missed is not null)
        {
            yield return unit with { Kind = UnitKind.Missed, Label = missed };
        }

        if (closed.HasFlag(UnitFlags.AutoClosed))
        {
            yield return unit with { Kind = UnitKind.Saved, Label = TypeOf(episode) };
        }

        if (HumanTimes.Of(episode) is > 0 and var worked)
        {
            yield return unit with { Kind = UnitKind.HumanTime, Label = null, Amount = worked };
        }

        foreach (var (index, (label, count)) in Flaws.Of(episode).Index())
        {
            yield return unit with { Kind = UnitKind.Flaw, Label = label, Amount = count, Part = index };
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
            | (escalated && TechnicalCauses.Contains(CauseOf(episode)) ? UnitFlags.Technical : UnitFlags.None)
            | (episode.Escalations.Any(call => call.IsLost) ? UnitFlags.Lost : UnitFlags.None)
            | (escalated && episode.Events.Any(SaysNeedless) ? UnitFlags.Useless : UnitFlags.None);
    }

    private static UnitFlags VoiceFlags(Episode episode) => !episode.IsInbound ? UnitFlags.None
        : UnitFlags.Inbound
            | (episode.Events.Any(item => item.IsSubstantive) ? UnitFlags.Answered : UnitFlags.None)
            | (episode.IsAiInvolved ? UnitFlags.Involved : UnitFlags.None);

    /// <summary>The label «бот мог сам», with which a person ends their work on a session.</summary>
    private static bool SaysNeedless(StoryEvent item) =>
        (item.Is(EventTypes.TakeoverEnded) || item.Is(EventTypes.SessionClosed)) && !item.IsImported && item.Content.DataText("label") is "bot_could" or "бот мог сам";

    /// <summary>Of the first call for a person.</summary>
    private static string CauseOf(Episode episode) => episode.Escalations[0].Request.Content.DataText("reason") ?? "";

    private static string SourceOf(Episode episode) => episode.Events.Where(item => !item.IsOut).Select(Touches.LabelOf).FirstOrDefault(label => label is not null) ?? "";

    /// <summary>What a person would have spent different time on (product.md section 3.11, saved minutes).</summary>
    private static string TypeOf(Episode episode) => episode.Outcome switch
    {
        "booked" or "rescheduled" => "booking",
        "confirmed" or "cancelled_by_client" => "confirmation",
        _ => "question",
    };
}
