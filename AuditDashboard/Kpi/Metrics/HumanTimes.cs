using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K20: the time a person of the salon spent on a session (product.md section 3.13).</summary>
internal static class HumanTimes
{
    /// <summary>A longer gap was spent on something else.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(5);

    /// <summary>Milliseconds: before each word of theirs the time since the talk's last event, at most 5 min; and the calls they took.</summary>
    public static long Of(Episode episode)
    {
        var worked = TimeSpan.Zero;
        StoryEvent? before = null;
        foreach (var item in episode.Events.Where(item => !item.IsImported))
        {
            if (item is { IsSubstantive: true, Actor: "human" } && before is not null)
            {
                var gap = item.At - before.At;
                worked += gap < LongestGap ? gap : LongestGap;
            }
            else if (item.Is(EventTypes.CallEnded) && item.Actor == "human" && item.Content.Call?.DurationSeconds is { } seconds)
            {
                worked += TimeSpan.FromSeconds(seconds);
            }

            before = item;
        }

        return (long)worked.TotalMilliseconds;
    }
}
