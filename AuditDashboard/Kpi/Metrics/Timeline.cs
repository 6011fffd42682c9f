using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>Events in story order, searched by halves: a client of many years has thousands.</summary>
internal sealed class Timeline(IEnumerable<StoryEvent> ordered)
{
    public IReadOnlyList<StoryEvent> Events { get; } = [.. ordered];

    /// <summary>The first event at or after the moment.</summary>
    public StoryEvent? FirstFrom(DateTimeOffset moment) => At(IndexFrom(moment));

    /// <summary>The first event that comes after this one in story order.</summary>
    public StoryEvent? FirstAfter(StoryEvent item)
    {
        var index = IndexFrom(item.At);
        while (At(index) is { } same && same.At == item.At && same.Stored.Seq <= item.Stored.Seq)
        {
            index++;
        }

        return At(index);
    }

    /// <summary>The last event at or before the moment.</summary>
    public StoryEvent? LastUpTo(DateTimeOffset moment)
    {
        var index = IndexFrom(moment.AddTicks(1)) - 1;
        return index < 0 ? null : Events[index];
    }

    /// <summary>The events from a moment to another, both included.</summary>
    public IEnumerable<StoryEvent> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var index = IndexFrom(from); At(index) is { } item && item.At <= to; index++)
        {
            yield return item;
        }
    }

    private StoryEvent? At(int index) => index < Events.Count ? Events[index] : null;

    private int IndexFrom(DateTimeOffset moment)
    {
        var (low, high) = (0, Events.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Events[middle].At < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
