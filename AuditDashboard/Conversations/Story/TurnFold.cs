using System.Text.Json;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>The turns of one episode (kpi-notes.md section 3). Events must be in story order.</summary>
internal sealed class TurnFold
{
    private readonly List<Episode.Turn> _turns = [];
    private StoryEvent? _opening;
    private bool _ownedByHuman;
    private bool _humanHasTaken;
    private bool _bookingSettled;

    public static IReadOnlyList<Episode.Turn> Of(Episode episode, DateTimeOffset now)
    {
        var fold = new TurnFold();
        foreach (var item in episode.Events.Where(item => !item.IsImported))
        {
            fold.Read(item);
        }

        fold.End(episode, now);
        return fold._turns;
    }

    private void Read(StoryEvent item)
    {
        if (_opening is not null && item.At > Deadline)
        {
            Close(null, expired: true);
        }

        if (item.IsClientMessage)
        {
            Hear(item);
        }
        else if (item.IsSubstantive)
        {
            Close(item, expired: false);
            _humanHasTaken |= item.Actor == "human";
        }
        else if (item.Is(EventTypes.EscalationAccepted) || item.Is(EventTypes.TakeoverEnded))
        {
            _humanHasTaken = item.Is(EventTypes.EscalationAccepted);
        }

        _bookingSettled |= Settles(item);
    }

    private void Hear(StoryEvent message)
    {
        if (_opening is null && WantsAnswer(message))
        {
            _opening = message;
            _ownedByHuman = _humanHasTaken;
        }
    }

    private bool WantsAnswer(StoryEvent message) =>
        !Phrases.IsCloser(message.Content)
        && !message.AnswersReminder
        && message.Content.DataMember("needsReply") is not { ValueKind: JsonValueKind.False }
        && !(_bookingSettled && message.Content.Flag("sticker"));

    private void End(Episode episode, DateTimeOffset now)
    {
        if (_opening is not null)
        {
            Close(null, expired: episode.IsClosed || now > Deadline);
        }
    }

    private DateTimeOffset Deadline => _opening!.At + (_ownedByHuman ? StoryRules.HumanPatience : StoryRules.AssistantPatience);

    private void Close(StoryEvent? answer, bool expired)
    {
        if (_opening is not null)
        {
            _turns.Add(new Episode.Turn(_opening, _ownedByHuman, answer, expired));
            _opening = null;
        }
    }

    private static bool Settles(StoryEvent item) => item.ConfirmsBookings.Count > 0
        || item.Is(EventTypes.BookingCreated) || item.Is(EventTypes.BookingConfirmed) || item.Is(EventTypes.BookingRescheduled)
        || item.Is(EventTypes.BookingCancelled) || item.Is(EventTypes.BookingDeclined);
}
