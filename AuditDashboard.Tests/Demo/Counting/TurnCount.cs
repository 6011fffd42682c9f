namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>Goes through a session event by event and notes its turns.</summary>
internal sealed class TurnCount
{
    private static readonly string[] Yes = ["да", "+", "1", "буду", "приду", "подтверждаю", "ок"];

    private readonly List<CountedTurn> _turns = [];
    private CountedEvent? _opened;
    private bool _human;
    private bool _reminded;

    public IReadOnlyList<CountedTurn> Turns => _turns;

    /// <summary>Ten minutes are the assistant's patience; the end of a session ends a person's, too.</summary>
    public void Expire(DateTimeOffset now)
    {
        if (_opened is not null && (now == DateTimeOffset.MaxValue || (!_human && now - _opened.Time > TimeSpan.FromMinutes(10))))
        {
            Close(answer: null);
        }
    }

    public void Take(CountedEvent e)
    {
        switch (e.Type)
        {
            case "reminder.sent":
                _reminded = true;
                break;
            case "message.received":
                _opened ??= e.IsClosing || AnswersReminder(e) ? null : e;
                _reminded = false;
                break;
            case "message.sent":
                Close(e);
                _human |= e.Actor == "human";
                break;
            case "escalation.accepted":
                _human = true;
                break;
            case "takeover.ended":
                _human = false;
                break;
        }
    }

    private bool AnswersReminder(CountedEvent e) => e.IsReminderButton || (_reminded && Yes.Contains(e.Text?.TrimEnd('!').ToLowerInvariant()));

    private void Close(CountedEvent? answer)
    {
        if (_opened is not null)
        {
            _turns.Add(new(_opened.Time, _human, answer?.Actor == "human", answer?.Time - _opened.Time, answer?.Release ?? _opened.Release));
            _opened = null;
        }
    }
}
