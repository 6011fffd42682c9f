using AuditDashboard.Events;

namespace AuditDashboard.Replay.Reading;

/// <summary>
/// Reads the turns of one dialog by the rules of kpi-notes.md section 3, as far as one dialog alone can tell: answers to reminders
/// of other dialogs are not known here.
/// </summary>
internal sealed class TurnReader(IReadOnlyList<StoredEvent> events)
{
    private static readonly TimeSpan AssistantPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan HumanPatience = TimeSpan.FromHours(24);
    private static readonly string[] Unsubstantial = ["ack", "greeting", "reminder", "campaign", "failed"];

    private readonly List<Turn> _turns = [];
    private readonly HashSet<string> _failed =
    [
        .. events.Where(e => e.Type == EventTypes.DeliveryFailed).Select(e => e.Content?.InReplyTo).OfType<string>(),
    ];

    private int? _opening;
    private bool _humanOwns;
    private bool _openedForHuman;

    /// <param name="now">Decides whether the last turn has expired.</param>
    public IReadOnlyList<Turn> Read(DateTimeOffset now)
    {
        for (var index = 0; index < events.Count; index++)
        {
            Expire(events[index].EffectiveAt);
            Take(index);
        }

        Expire(now);
        return _turns;
    }

    private void Take(int index)
    {
        var stored = events[index];
        if (stored.Type == EventTypes.MessageReceived)
        {
            Hear(index, stored.Content);
        }
        else if (stored.Type == EventTypes.MessageSent && stored.Content is { } content && IsSubstantive(stored, content))
        {
            Answer(index, byHuman: content.Actor == "human");
        }
        else if (stored.Type == EventTypes.EscalationAccepted)
        {
            _humanOwns = true;
        }
        else if (stored.Type == EventTypes.TakeoverEnded)
        {
            _humanOwns = false;
        }
        else if (stored.Type == EventTypes.SessionClosed)
        {
            Close();
        }
    }

    private void Hear(int index, EventContent? content)
    {
        if (_opening is null && content is not null && content.Actor is null or "client" && !Closer.Is(content) && !Closer.WantsNoReply(content))
        {
            (_opening, _openedForHuman) = (index, _humanOwns);
        }
    }

    private void Answer(int index, bool byHuman)
    {
        if (_opening is { } opening)
        {
            var wait = (long)(events[index].EffectiveAt - events[opening].EffectiveAt).TotalMilliseconds;
            _turns.Add(new Turn(opening, index, byHuman, wait, Expired: false, _openedForHuman));
            _opening = null;
        }

        _humanOwns |= byHuman;
    }

    private void Close()
    {
        Drop();
        _humanOwns = false;
    }

    private void Expire(DateTimeOffset moment)
    {
        if (_opening is { } opening && moment - events[opening].EffectiveAt > (_openedForHuman ? HumanPatience : AssistantPatience))
        {
            Drop();
        }
    }

    private void Drop()
    {
        if (_opening is { } opening)
        {
            _turns.Add(new Turn(opening, null, AnsweredByHuman: false, WaitMs: null, Expired: true, _openedForHuman));
            _opening = null;
        }
    }

    private bool IsSubstantive(StoredEvent stored, EventContent content) =>
        !Unsubstantial.Any(content.Flag) && !_failed.Contains(stored.Id) && !(content.ExternalId is { } id && _failed.Contains(id));
}
