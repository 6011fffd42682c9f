using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K1: every turn that was answered or has expired (kpi-notes.md section 3).</summary>
internal static class ResponseTime
{
    /// <param name="thresholdMs">Milliseconds; a wait of exactly this is still within.</param>
    public static IEnumerable<KpiUnit> Units(ClientStory story, StoryReleases releases, long thresholdMs) => story.Episodes
        .Where(episode => !episode.IsExcluded)
        .SelectMany(episode => episode.Turns)
        .Where(turn => !turn.IsPending && !turn.IsSkewed)
        .Select(turn => new KpiUnit(
            UnitKind.Turn, turn.Opening.Stored.Seq, turn.Opening.At, turn.Opening.Channel, turn.Opening.Branch, FlagsOf(turn, thresholdMs), turn.WaitMs)
        {
            Release = turn.Answer?.Content.Release ?? releases.Of(turn.Opening),
        });

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
