using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K5: sessions the assistant closed without a person, and whether that lasted (kpi-notes.md section 8).</summary>
internal static class AutoClose
{
    private static readonly TimeSpan ReturnsWithin = TimeSpan.FromDays(7);
    private static readonly TimeSpan CallsWithin = TimeSpan.FromHours(24);

    public static UnitFlags FlagsOf(Episode episode, ClientStory story)
    {
        if (!episode.IsInbound || !episode.IsClosed || !episode.IsAiInvolved)
        {
            return UnitFlags.None;
        }

        if (episode.HasHuman || episode.Escalations.Count > 0 || episode.Outcome is null or "abandoned" or "unanswered")
        {
            return UnitFlags.Closable;
        }

        var lasted = !story.Episodes.Any(other => ComesBack(episode, other)) && !IsCalledAbout(episode, story);
        return UnitFlags.Closable | UnitFlags.AutoClosed
            | (episode.IsConfirmed ? UnitFlags.Confirmed : UnitFlags.None)
            | (lasted ? UnitFlags.Durable : UnitFlags.None);
    }

    private static bool ComesBack(Episode episode, Episode other) =>
        other.IsInbound && !other.IsExcluded && other.Need is not null && other.Need == episode.Need
        && other.Start.At > episode.LastActivityAt && other.Start.At - episode.CloseAt <= ReturnsWithin;

    /// <summary>A call that names one of the session's bookings after the session did.</summary>
    private static bool IsCalledAbout(Episode episode, ClientStory story)
    {
        var named = new Dictionary<string, DateTimeOffset>();
        foreach (var item in episode.Events.Where(item => item.Content.Booking is not null && item.At <= episode.CloseAt && !IsCall(item)))
        {
            named.TryAdd(item.Content.Booking!.Id, item.At);
        }

        return named.Count > 0 && story.Events.Any(item => IsCall(item) && !item.IsOut
            && item.Content.Booking is { } booking && named.TryGetValue(booking.Id, out var since)
            && item.At >= since && item.At - episode.CloseAt <= CallsWithin);
    }

    private static bool IsCall(StoryEvent item) => item.Is(EventTypes.CallStarted) || item.Is(EventTypes.CallAnswered);
}
