using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K5: sessions the assistant closed without a person, and whether that lasted (kpi-notes.md section 8).</summary>
internal sealed class AutoClose
{
    private static readonly TimeSpan ReturnsWithin = TimeSpan.FromDays(7);
    private static readonly TimeSpan CallsWithin = TimeSpan.FromHours(24);

    private readonly Dictionary<string, Timeline> _startsByNeed;
    private readonly ILookup<string, StoryEvent> _callsByBooking;

    public AutoClose(ClientStory story)
    {
        _startsByNeed = story.Episodes.Where(episode => episode is { IsInbound: true, IsExcluded: false, Need: not null })
            .GroupBy(episode => episode.Need!).ToDictionary(same => same.Key, same => new Timeline(same.Select(episode => episode.Start)));
        _callsByBooking = story.Events.Where(item => IsCall(item) && !item.IsOut && item.Content.Booking is not null).ToLookup(item => item.Content.Booking!.Id);
    }

    public UnitFlags FlagsOf(Episode episode)
    {
        if (!episode.IsInbound || !episode.IsClosed || !episode.IsAiInvolved)
        {
            return UnitFlags.None;
        }

        if (episode.HasHuman || episode.Escalations.Count > 0 || episode.Outcome is null or "abandoned" or "unanswered")
        {
            return UnitFlags.Closable;
        }

        return UnitFlags.Closable | UnitFlags.AutoClosed
            | (episode.IsConfirmed ? UnitFlags.Confirmed : UnitFlags.None)
            | (ComesBack(episode) || IsCalledAbout(episode) ? UnitFlags.None : UnitFlags.Durable);
    }

    /// <summary>The same client begins another session with the same need after this one's last activity, up to a week after its close.</summary>
    private bool ComesBack(Episode episode) =>
        episode.Need is { } need && _startsByNeed.TryGetValue(need, out var starts)
        && starts.FirstFrom(episode.LastActivityAt.AddTicks(1)) is { } next && next.At - episode.CloseAt <= ReturnsWithin;

    /// <summary>A call that names one of the session's bookings after the session did, up to a day after its close.</summary>
    private bool IsCalledAbout(Episode episode)
    {
        if (_callsByBooking.Count == 0)
        {
            return false;
        }

        var named = new Dictionary<string, DateTimeOffset>();
        foreach (var item in episode.Events.Where(item => item.Content.Booking is not null && item.At <= episode.CloseAt && !IsCall(item)))
        {
            named.TryAdd(item.Content.Booking!.Id, item.At);
        }

        return named.Any(booking => _callsByBooking[booking.Key].Any(call => call.At >= booking.Value && call.At - episode.CloseAt <= CallsWithin));
    }

    private static bool IsCall(StoryEvent item) => item.Is(EventTypes.CallStarted) || item.Is(EventTypes.CallAnswered);
}
