using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K15b: sessions whose client wanted something and was missed (product.md section 3.12). One way each, the first that fits.</summary>
internal sealed class MissedClients(ClientStory story)
{
    private static readonly TimeSpan CallBack = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ComplaintWaits = TimeSpan.FromHours(1);
    private static readonly TimeSpan FormWaits = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RecoversWithin = TimeSpan.FromDays(7);

    private readonly Timeline _contacts = new(story.Events.Where(item => item.IsSubstantive || IsCallOut(item)));
    private readonly Timeline _bookings = new(story.Bookings.Select(booking => booking.Created).OfType<StoryEvent>().OrderBy(item => item.At).ThenBy(item => item.Stored.Seq));

    public UnitFlags FlagsOf(Episode episode, string? missed) => !HasNeed(episode) ? UnitFlags.None
        : UnitFlags.HasNeed | (missed is null ? UnitFlags.None : UnitFlags.MissedClient | (IsRecovered(episode) ? UnitFlags.MissedRecovered : UnitFlags.None));

    /// <summary>unanswered | call | complaint | escalation | form | booking; null where nobody was missed. Judged once the session is closed.</summary>
    public string? ReasonOf(Episode episode) => !episode.IsClosed || !HasNeed(episode) ? null
        : episode.Turns.Any(turn => turn is { IsExpired: true } && turn.Opening == LastWord(episode)) ? "unanswered"
        : Left(episode, EventTypes.CallMissed, CallBack) ? "call"
        : IsComplaintLeft(episode) ? "complaint"
        : episode.Escalations.Any(call => call.IsLost) ? "escalation"
        : IsFormLeft(episode) ? "form"
        : WantsBooking(episode) && episode.Outcome is null or "abandoned" or "unanswered" ? "booking"
        : null;

    private static bool HasNeed(Episode episode) => episode.IsInbound
        && (episode.Need is not null || episode.Turns.Count > 0 || episode.Events.Any(item => item.Is(EventTypes.CallMissed) || item.Is(EventTypes.LeadCreated) || item.Is(EventTypes.ComplaintOpened)));

    /// <summary>The client's message that stands last, if nobody said anything after it.</summary>
    private static StoryEvent? LastWord(Episode episode)
    {
        var last = episode.Events.Where(item => item.At <= episode.CloseAt).LastOrDefault(item => item.IsClientMessage || item.IsSubstantive);
        return last is { IsClientMessage: true } ? episode.Turns.LastOrDefault(turn => turn.Opening.At <= last.At)?.Opening : null;
    }

    private bool Left(Episode episode, string type, TimeSpan patience) => episode.Events.Any(item =>
        item.Is(type) && !item.IsImported && (_contacts.FirstFrom(item.At) is not { } contact || contact.At - item.At > patience));

    private static bool IsComplaintLeft(Episode episode) => episode.Events.Any(item => item.Is(EventTypes.ComplaintOpened) && !item.IsImported
        && !episode.Events.Any(later => later.At >= item.At && later.At - item.At <= ComplaintWaits
            && (later.Is(EventTypes.ComplaintAcknowledged) || (later.IsSubstantive && later.Actor == "human"))));

    /// <summary>A form nobody reacted to: a lead in a session without a word.</summary>
    private bool IsFormLeft(Episode episode) => episode.Turns.Count == 0 && Left(episode, EventTypes.LeadCreated, FormWaits);

    private static bool WantsBooking(Episode episode) => episode.Events.Any(item => item.Is(EventTypes.LeadCreated) && !item.IsImported);

    private bool IsRecovered(Episode episode) => _bookings.FirstFrom(episode.CloseAt) is { } booking && booking.At - episode.CloseAt <= RecoversWithin;

    private static bool IsCallOut(StoryEvent item) =>
        (item.Is(EventTypes.CallStarted) || item.Is(EventTypes.CallAnswered)) && item.Content.Call?.Direction is "out" or "outbound" or "outgoing";
}
