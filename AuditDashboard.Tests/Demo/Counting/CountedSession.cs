namespace AuditDashboard.Tests.Demo.Counting;

/// <summary>One episode of a conversation (kpi-notes.md section 2), counted the slow and plain way.</summary>
internal sealed class CountedSession(List<CountedEvent> events, DateTimeOffset? closedAt)
{
    private static readonly string[] Activity =
        ["message.received", "message.sent", "reminder.sent", "followup.sent", "chat.started", "call.started", "call.answered", "call.ended", "call.missed"];

    public IReadOnlyList<CountedEvent> Events => events;

    public DateTimeOffset? ClosedAt => closedAt;

    public CountedEvent First { get; } = events.First(e => Activity.Contains(e.Type));

    public DateTimeOffset LastActivity { get; } = events.Last(e => Activity.Contains(e.Type)).Time;

    public bool Inbound => First.Type is not ("message.sent" or "reminder.sent" or "followup.sent");

    public bool Spam { get; } = events.Exists(e => e.Flag("spam"));

    public bool Escalated { get; } = events.Exists(e => e.Type == "escalation.requested");

    public bool Involved { get; } = events.SkipWhile(e => e.Type != "message.received").Any(e => e is { Type: "message.sent", Actor: "ai" });

    public string? Need { get; } = events.FirstOrDefault(e => e.Scenario is not null)?.Scenario;

    public string? Release { get; } = events.FirstOrDefault(e => e is { Type: "message.sent", Release: not null })?.Release;

    public string Outcome()
    {
        if (events.Exists(e => e.Type == "booking.created"))
        {
            return "booked";
        }

        if (events.LastOrDefault(e => e.Type is "booking.confirmed" or "booking.rescheduled" or "booking.cancelled" or "booking.declined") is { } fact)
        {
            return fact.Type;
        }

        var last = events.LastOrDefault(e => e.Type is "message.received" or "message.sent");
        if (events.LastOrDefault(e => e.Type == "message.received") is { IsClosing: true })
        {
            return "answered";
        }

        return last switch
        {
            null or { Type: "message.received" } => "unanswered",
            _ => last.Text!.TrimEnd().EndsWith('?') ? "abandoned" : "answered",
        };
    }

    public bool AutoClosed => !Escalated && !events.Exists(e => e is { Type: "message.sent", Actor: "human" }) && Outcome() is not ("abandoned" or "unanswered");

    /// <summary>Splits what one sender says under one name of a conversation.</summary>
    public static IEnumerable<CountedSession> Split(IEnumerable<CountedEvent> conversation, DateTimeOffset now)
    {
        List<CountedEvent> open = [];
        DateTimeOffset? last = null;
        foreach (var e in conversation)
        {
            if (Activity.Contains(e.Type))
            {
                if (last is { } before && e.Time - before > TimeSpan.FromHours(12))
                {
                    yield return new(open, before.AddHours(12));
                    open = [];
                }

                last = e.Time;
            }

            open.Add(e);
            if (e.Type == "session.closed" && last is not null)
            {
                yield return new(open, e.Time);
                (open, last) = ([], null);
            }
        }

        if (last is { } end)
        {
            yield return new(open, end.AddHours(12) <= now ? end.AddHours(12) : null);
        }
    }
}
