namespace AuditDashboard.Kpi.Metrics;

/// <summary>What is counted: kpi-notes.md section 1, "which date, channel and branch a unit has".</summary>
internal enum UnitKind
{
    Turn = 1,
    Need = 2,
    Session = 3,
    Booking = 4,
}

/// <summary>What a unit counts as; every number is a count of units by one of these.</summary>
[Flags]
internal enum UnitFlags
{
    None = 0,

    /// <summary>Turn: owned by the assistant (n of K1).</summary>
    AssistantTurn = 1 << 0,

    /// <summary>Turn: closed by the assistant, so its wait is in the percentiles.</summary>
    AssistantAnswered = 1 << 1,

    /// <summary>Turn: the above within 3000 ms (k of K1).</summary>
    Within = 1 << 2,

    /// <summary>Turn of the assistant that expired.</summary>
    Unanswered = 1 << 3,

    /// <summary>Turn owned by a person.</summary>
    HumanTurn = 1 << 4,

    /// <summary>Turn of a person that a person answered.</summary>
    HumanAnswered = 1 << 5,

    /// <summary>Need: booked within 7 days (k of K2).</summary>
    Converted = 1 << 6,

    /// <summary>Session: begun by the client.</summary>
    Inbound = 1 << 7,

    /// <summary>Session: the client got an answer of substance.</summary>
    Answered = 1 << 8,

    /// <summary>Session: n of K5.</summary>
    Closable = 1 << 9,

    /// <summary>Session: k of K5.</summary>
    AutoClosed = 1 << 10,

    /// <summary>Session: k of K5 that stands on a booking event or the client's word.</summary>
    Confirmed = 1 << 11,

    /// <summary>Session: k of K5 whose client did not come back for the same.</summary>
    Durable = 1 << 12,

    /// <summary>Session: n of K6.</summary>
    Escalatable = 1 << 13,

    /// <summary>Session: k of K6.</summary>
    Escalated = 1 << 14,

    /// <summary>Session: of those, nobody came within 15 working minutes.</summary>
    Lost = 1 << 15,
}

/// <summary>One countable thing of a client.</summary>
/// <param name="Seq">Of the event that dates it; with <paramref name="Kind"/> its identity.</param>
/// <param name="At">UTC; its local date is the unit's date.</param>
/// <param name="WaitMs">Turns that were answered: milliseconds from the first client message to the answer.</param>
internal readonly record struct KpiUnit(
    UnitKind Kind, long Seq, DateTimeOffset At, string? Channel, string? Branch, UnitFlags Flags, long? WaitMs = null);
