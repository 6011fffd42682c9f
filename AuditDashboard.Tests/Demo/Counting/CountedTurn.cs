namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>A turn of the client (kpi-notes.md section 3); <paramref name="Wait"/> is null when it stayed unanswered.</summary>
internal sealed record CountedTurn(DateTimeOffset OpenedAt, bool OwnedByHuman, bool AnsweredByHuman, TimeSpan? Wait, string? Release)
{
    private static readonly string[] Yes = ["да", "+", "1", "буду", "приду", "подтверждаю", "ок"];

    public static IEnumerable<CountedTurn> Of(CountedSession session)
    {
        CountedEvent? opened = null;
        var human = false;
        var reminded = false;
        foreach (var e in session.Events)
        {
            if (opened is not null && !human && e.Time - opened.Time > TimeSpan.FromMinutes(10))
            {
                yield return new(opened.Time, human, false, null, opened.Release);
                opened = null;
            }

            switch (e)
            {
                case { Type: "reminder.sent" }:
                    reminded = true;
                    break;
                case { Type: "message.received" }:
                    var answersReminder = e.IsReminderButton || (reminded && Yes.Contains(e.Text?.TrimEnd('!').ToLowerInvariant()));
                    reminded = false;
                    opened ??= e.IsClosing || answersReminder ? null : e;
                    break;
                case { Type: "message.sent" }:
                    if (opened is not null)
                    {
                        yield return new(opened.Time, human, e.Actor == "human", e.Time - opened.Time, e.Release);
                        opened = null;
                    }

                    human |= e.Actor == "human";
                    break;
                case { Type: "escalation.accepted" }:
                    human = true;
                    break;
                case { Type: "takeover.ended" }:
                    human = false;
                    break;
            }
        }

        if (opened is not null && session.ClosedAt is not null)
        {
            yield return new(opened.Time, human, false, null, opened.Release);
        }
    }
}
