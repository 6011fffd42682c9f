using AuditDashboard.Conversations;

namespace AuditDashboard.Replay;

/// <summary>A dialog laid out on one line: pauses are shortened so that a night takes no longer to cross than a minute.</summary>
/// <param name="Length">Compressed seconds from the first event to the end of the track.</param>
public sealed record Timeline(
    IReadOnlyList<TimelineItem> Items, IReadOnlyList<TimelineBreak> Breaks, IReadOnlyList<LatencyBar> Bars, TimelineFacts Facts, double Length)
{
    /// <summary>An answer later than this is slow (product goal, K1), in milliseconds.</summary>
    public const long SlowMs = Episode.Response.SlowMs;

    public bool HasCall => Items.Any(item => item.Lane == Lane.Call);

    /// <summary>Index of the event, or −1.</summary>
    public int IndexOf(long? seq)
    {
        for (var index = 0; index < Items.Count; index++)
        {
            if (Items[index].Seq == seq)
            {
                return index;
            }
        }

        return -1;
    }
}

/// <summary>A pause longer than a minute.</summary>
/// <param name="Position">Compressed seconds: the middle of the shown gap.</param>
/// <param name="Labelled">More than an hour: its length is written beside the line.</param>
public sealed record TimelineBreak(double Position, TimeSpan Gap, bool Labelled);

/// <summary>From the first message of a turn of the assistant's to its first substantive answer; compressed seconds.</summary>
public sealed record LatencyBar(double From, double To, long WaitMs)
{
    public bool IsSlow => WaitMs > Timeline.SlowMs;
}

/// <summary>The dialog in three numbers.</summary>
/// <param name="Response">The same that the list of dialogs shows.</param>
public sealed record TimelineFacts(TimeSpan Total, Episode.Response Response);
