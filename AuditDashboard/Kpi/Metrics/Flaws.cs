using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K19: events that are not as they should be (product.md section 3.13).</summary>
internal static class Flaws
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>late | clock_skew | unknown_type | untagged with how many; without those that are none.</summary>
    public static IEnumerable<(string Label, long Count)> Of(Episode episode) => new (string Label, long Count)[]
    {
        ("late", episode.Events.LongCount(item => item.IsActivity && !item.IsImported && item.Stored.RecordedAt - item.Stored.OccurredAt > Late)),
        ("clock_skew", episode.Events.LongCount(item => item.IsSkewed)),
        ("unknown_type", episode.Events.LongCount(item => !KnownTypes.Has(item.Stored.Type))),
        ("untagged", episode.Events.LongCount(item => item.Stored.Flags.HasFlag(EventFlags.Untagged))),
    }.Where(flaw => flaw.Count > 0);

    /// <summary>The assistant's messages, of which each should name intent, model or scenario.</summary>
    public static long Answers(Episode episode) => episode.Events.LongCount(item => item.Is(EventTypes.MessageSent) && item.Actor == "ai");
}
