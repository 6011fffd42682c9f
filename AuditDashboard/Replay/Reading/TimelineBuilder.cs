using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Replay.Reading;

/// <summary>Lays a dialog's events out on the timeline. Pure: the same events and turns give the same picture.</summary>
internal static class TimelineBuilder
{
    private const double ShortestGap = 1.6;
    private const double LongestGap = 7;
    private const double Tail = 1;

    private static readonly TimeSpan BreakFrom = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LabelFrom = TimeSpan.FromHours(1);

    /// <param name="turns">Of the client's story; those whose question is not among the events are left out.</param>
    public static Timeline Build(IReadOnlyList<StoredEvent> events, IEnumerable<Episode.Turn> turns)
    {
        // A model called in the millisecond of the question was called for it, whichever of the two was told first.
        StoredEvent[] ordered = [.. events.OrderBy(e => e.EffectiveAt).ThenBy(e => e.Type == "llm.called").ThenBy(e => e.Seq)];
        if (ordered.Length == 0)
        {
            return new Timeline([], [], [], new TimelineFacts(TimeSpan.Zero, Episode.Response.Of([])), Tail);
        }

        var positions = Positions(ordered, out var breaks);
        var places = ordered.Index().ToDictionary(pair => pair.Item.Seq, pair => positions[pair.Index]);
        Episode.Turn[] own = [.. turns.Where(turn => places.ContainsKey(turn.Opening.Stored.Seq))];
        return new Timeline(
            Items(ordered, positions, own), breaks, Bars(places, own),
            new TimelineFacts(ordered[^1].EffectiveAt - ordered[0].EffectiveAt, Episode.Response.Of(own)), positions[^1] + Tail);
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

    private static TimelineItem[] Items(StoredEvent[] events, double[] positions, Episode.Turn[] turns)
    {
        var waits = turns.Where(turn => turn is { Answer: not null, IsSkewed: false }).ToDictionary(turn => turn.Answer!.Stored.Seq, turn => turn.WaitMs);
        var changes = Amendments.Read(events);
        return [.. events.Select((stored, index) => Item(stored, index, positions[index], waits.GetValueOrDefault(stored.Seq), changes))];
    }

    private static TimelineItem Item(
        StoredEvent stored, int index, double position, long? waitMs, IReadOnlyDictionary<long, TimelineItem.Amendment> changes)
    {
        var (lane, look) = EventLooks.Of(stored);
        var text = stored.Content?.Text ?? stored.Content?.Transcript?.Text;
        return new TimelineItem(index + 1, stored, lane, look, position, text, waitMs, changes.GetValueOrDefault(stored.Seq));
    }

    // An answer of the same millisecond may have come before its question.
    private static LatencyBar[] Bars(Dictionary<long, double> places, Episode.Turn[] turns) =>
    [
        .. from turn in turns
           where turn is { IsAssistants: true, IsAnsweredByAssistant: true } && places.ContainsKey(turn.Answer!.Stored.Seq)
           let question = places[turn.Opening.Stored.Seq]
           let answer = places[turn.Answer!.Stored.Seq]
           select new LatencyBar(Math.Min(question, answer), Math.Max(question, answer), turn.WaitMs!.Value),
    ];
}
