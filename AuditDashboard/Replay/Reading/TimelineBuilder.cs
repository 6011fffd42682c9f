using AuditDashboard.Events;

namespace AuditDashboard.Replay.Reading;

/// <summary>Lays a dialog's events out on the timeline. Pure: the same events and moment give the same picture.</summary>
internal static class TimelineBuilder
{
    private const double ShortestGap = 1.6;
    private const double LongestGap = 7;
    private const double Tail = 1;

    private static readonly TimeSpan BreakFrom = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LabelFrom = TimeSpan.FromHours(1);

    /// <param name="now">Decides whether an unanswered turn has waited too long.</param>
    public static Timeline Build(IReadOnlyList<StoredEvent> events, DateTimeOffset now)
    {
        StoredEvent[] ordered = [.. events.OrderBy(e => e.EffectiveAt).ThenBy(e => e.Seq)];
        if (ordered.Length == 0)
        {
            return new Timeline([], [], [], new TimelineFacts(TimeSpan.Zero, null, 0), Tail);
        }

        var positions = Positions(ordered, out var breaks);
        var turns = new TurnReader(ordered).Read(now);
        return new Timeline(
            Items(ordered, positions, turns), breaks, Bars(positions, turns),
            Facts(turns, ordered[^1].EffectiveAt - ordered[0].EffectiveAt), positions[^1] + Tail);
    }

    private static double[] Positions(StoredEvent[] events, out IReadOnlyList<TimelineBreak> breaks)
    {
        var positions = new double[events.Length];
        var found = new List<TimelineBreak>();
        for (var index = 1; index < events.Length; index++)
        {
            var gap = events[index].EffectiveAt - events[index - 1].EffectiveAt;
            var shown = Math.Clamp(gap.TotalSeconds, ShortestGap, LongestGap);
            positions[index] = positions[index - 1] + shown;
            if (gap > BreakFrom)
            {
                found.Add(new TimelineBreak(positions[index - 1] + (shown / 2), gap, gap > LabelFrom));
            }
        }

        breaks = found;
        return positions;
    }

    private static TimelineItem[] Items(StoredEvent[] events, double[] positions, IReadOnlyList<Turn> turns)
    {
        var waits = turns.Where(turn => turn.Answer is not null).ToDictionary(turn => turn.Answer!.Value, turn => turn.WaitMs);
        var changes = Amendments.Read(events);
        return [.. events.Select((stored, index) => Item(stored, index, positions[index], waits.GetValueOrDefault(index), changes))];
    }

    private static TimelineItem Item(
        StoredEvent stored, int index, double position, long? waitMs, IReadOnlyDictionary<long, TimelineItem.Amendment> changes)
    {
        var (lane, look) = EventLooks.Of(stored);
        var text = stored.Content?.Text ?? stored.Content?.Transcript?.Text;
        return new TimelineItem(index + 1, stored, lane, look, position, text, waitMs, changes.GetValueOrDefault(stored.Seq));
    }

    private static LatencyBar[] Bars(double[] positions, IReadOnlyList<Turn> turns) =>
    [
        .. turns.Where(turn => turn.AnsweredByAssistant)
            .Select(turn => new LatencyBar(positions[turn.Opening], positions[turn.Answer!.Value], turn.WaitMs!.Value)),
    ];

    private static TimelineFacts Facts(IReadOnlyList<Turn> turns, TimeSpan total)
    {
        long[] waits = [.. turns.Where(turn => turn is { AnsweredByAssistant: true, OwnedByHuman: false }).Select(turn => turn.WaitMs!.Value).Order()];
        var slow = waits.Count(wait => wait > Timeline.SlowMs) + turns.Count(turn => turn is { Expired: true, OwnedByHuman: false });
        return new TimelineFacts(total, waits.Length == 0 ? null : waits[(waits.Length - 1) / 2], slow);
    }
}
