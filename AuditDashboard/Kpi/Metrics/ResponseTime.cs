using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K1: every turn that was answered or has expired (kpi-notes.md section 3).</summary>
internal static class ResponseTime
{
    /// <param name="thresholdMs">Milliseconds; a wait of exactly this is still within.</param>
    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases, long thresholdMs) => story.Episodes
        .Where(episode => !episode.IsExcluded)
        .SelectMany(episode => episode.Turns.Select((turn, index) => (Turn: turn, IsFirst: index == 0)))
        .Where(told => !told.Turn.IsPending && !told.Turn.IsSkewed)
        .Select(told => Unit(told.Turn, FlagsOf(told.Turn, thresholdMs), told.IsFirst) with { Release = told.Turn.Answer?.Content.Release ?? releases.Of(told.Turn.Opening) });

    /// <summary>The first turn of a session also counts for K1c, when it is the assistant's.</summary>
    private static KpiUnit Unit(Episode.Turn turn, UnitFlags flags, bool isFirst)
    {
        var first = !isFirst || turn.IsHuman ? UnitFlags.None
            : UnitFlags.FirstTurn | (flags.HasFlag(UnitFlags.Within) ? UnitFlags.FirstWithin : UnitFlags.None);
        return new KpiUnit(UnitKind.Turn, turn.Opening.Stored.Seq, turn.Opening.At, turn.Opening.Channel, turn.Opening.Branch, flags | first, turn.WaitMs);
    }

    private static UnitFlags FlagsOf(Episode.Turn turn, long thresholdMs)
    {
        if (turn.IsHuman)
        {
            return UnitFlags.HumanTurn | (turn.Answer is { Actor: "human" } ? UnitFlags.HumanAnswered : UnitFlags.None);
        }

        return UnitFlags.AssistantTurn
            | (turn.IsExpired ? UnitFlags.Unanswered : UnitFlags.None)
            | (turn.Answer is { Actor: "ai" } ? UnitFlags.AssistantAnswered : UnitFlags.None)
            | (turn.Answer is { Actor: "ai" } && turn.WaitMs <= thresholdMs ? UnitFlags.Within : UnitFlags.None);
    }
}
