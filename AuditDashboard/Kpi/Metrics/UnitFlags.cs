namespace AuditDashboard.Kpi.Metrics;

/// <summary>What a unit counts as; every number is a count of units by one of these. Bits are stored: add new ones at the end.</summary>
[Flags]
internal enum UnitFlags : long
{
    None = 0,

    /// <summary>Turn: owned by the assistant (n of K1).</summary>
    AssistantTurn = 1L << 0,

    /// <summary>Turn: closed by the assistant, so its wait is in the percentiles.</summary>
    AssistantAnswered = 1L << 1,

    /// <summary>Turn: the above within 3000 ms (k of K1).</summary>
    Within = 1L << 2,

    /// <summary>Turn of the assistant that expired.</summary>
    Unanswered = 1L << 3,

    /// <summary>Turn owned by a person.</summary>
    HumanTurn = 1L << 4,

    /// <summary>Turn of a person that a person answered.</summary>
    HumanAnswered = 1L << 5,

    /// <summary>Need: booked within 7 days (k of K2).</summary>
    Converted = 1L << 6,

    /// <summary>Session: begun by the client.</summary>
    Inbound = 1L << 7,

    /// <summary>Session: the client got an answer of substance.</summary>
    Answered = 1L << 8,

    /// <summary>Session: n of K5.</summary>
    Closable = 1L << 9,

    /// <summary>Session: k of K5.</summary>
    AutoClosed = 1L << 10,

    /// <summary>Session: k of K5 that stands on a booking event or the client's word.</summary>
    Confirmed = 1L << 11,

    /// <summary>Session: k of K5 whose client did not come back for the same.</summary>
    Durable = 1L << 12,

    /// <summary>Session: n of K6.</summary>
    Escalatable = 1L << 13,

    /// <summary>Session: k of K6.</summary>
    Escalated = 1L << 14,

    /// <summary>Session: of those, nobody came within 15 working minutes.</summary>
    Lost = 1L << 15,

    /// <summary>Visit: n of K3.</summary>
    Asked = 1L << 16,

    /// <summary>Visit: k of K3.</summary>
    VisitConfirmed = 1L << 17,
    Declined = 1L << 18,
    Silent = 1L << 19,
    Undelivered = 1L << 20,

    /// <summary>Visit of n that was confirmed after the lock and before the start.</summary>
    LateConfirmed = 1L << 21,

    /// <summary>Visit booked less than 24 h ahead: needs no confirmation.</summary>
    ShortAhead = 1L << 22,

    /// <summary>Attendance: came; with <see cref="NoShow"/> the n of K4.</summary>
    Came = 1L << 23,

    /// <summary>Attendance: k of K4.</summary>
    NoShow = 1L << 24,
    Unmarked = 1L << 25,

    /// <summary>Attendance, outside K4: the client called it off.</summary>
    CancelledEarly = 1L << 26,

    /// <summary>The same less than 2 h before the start.</summary>
    CancelledLate = 1L << 27,

    /// <summary>Attendance, outside K4: the salon called it off.</summary>
    CancelledBySalon = 1L << 28,

    /// <summary>Attendance: did not come, and came to a later visit of the same booking.</summary>
    Recovered = 1L << 29,

    /// <summary>Attendance: a person and a system marked it differently.</summary>
    MarksDiffer = 1L << 30,

    /// <summary>Booking made by the assistant.</summary>
    ByAssistant = 1L << 31,

    /// <summary>Booking made by the assistant outside working hours.</summary>
    AtNight = 1L << 32,

    /// <summary>Need: booked by the assistant, and no person had spoken (K2ai).</summary>
    ConvertedByAssistant = 1L << 33,

    /// <summary>Need: a visit within 30 days took place (K2net).</summary>
    ConvertedNet = 1L << 34,

    /// <summary>Need, steps of the funnel K13, each only after the one before.</summary>
    FunnelOffered = 1L << 35,
    FunnelBooked = 1L << 36,
    FunnelConfirmed = 1L << 37,
    FunnelCame = 1L << 38,
    FunnelPaid = 1L << 39,
    FunnelRepeated = 1L << 40,

    /// <summary>Need: booked so short ahead that nobody asked; passes as confirmed.</summary>
    FunnelSkipped = 1L << 41,

    /// <summary>Session in which the client wanted something (n of K15b).</summary>
    HasNeed = 1L << 42,

    /// <summary>Session whose client was missed (k of K15b).</summary>
    MissedClient = 1L << 43,

    /// <summary>Session: missed, and reached later.</summary>
    MissedRecovered = 1L << 44,

    /// <summary>Session with answers of two releases: out of comparisons of releases.</summary>
    Mixed = 1L << 45,

    /// <summary>Session of K6 whose cause is technical: a limit or an error.</summary>
    Technical = 1L << 46,

    /// <summary>Session with an answer of substance by the assistant (coverage of K5).</summary>
    Involved = 1L << 47,

    /// <summary>Attempt: the client answered or booked within 24 h and before the next one.</summary>
    AttemptWon = 1L << 48,

    /// <summary>Attempt made by a person.</summary>
    AttemptByHand = 1L << 49,

    /// <summary>Attempt after which the client asked not to be written to.</summary>
    OptedOut = 1L << 50,

    /// <summary>Reminder: the client reacted.</summary>
    Reacted = 1L << 51,

    /// <summary>Trial lesson: the client reacted to a reminder of it, came, bought within 14 days.</summary>
    TrialReacted = 1L << 52,
    TrialCame = 1L << 53,
    TrialBought = 1L << 54,

    /// <summary>Turn of the assistant, the first of its session (n of K1c), and the same answered in time.</summary>
    FirstTurn = 1L << 55,
    FirstWithin = 1L << 56,

    /// <summary>Call for a person that one answered within 5, 15 and 60 working minutes (K1d).</summary>
    RepliedIn5 = 1L << 57,
    RepliedIn15 = 1L << 58,
    RepliedIn60 = 1L << 59,

    /// <summary>Session handed to a person who said that the assistant could have done it (K6useless).</summary>
    Useless = 1L << 60,

    /// <summary>Trial lesson: a reminder of it was sent.</summary>
    TrialReminded = 1L << 61,
}
