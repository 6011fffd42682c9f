namespace AuditDashboard.Kpi;

/// <summary>A number that can be opened: how many rows stand behind it (<see cref="IKpiDrillDown"/>). The K-numbers are those of product.md section 3.</summary>
public enum KpiNumber
{
    /// <summary>K1: turns of the assistant, those answered within 3 s, and those nobody answered.</summary>
    AssistantTurns,
    AnsweredInTime,
    Unanswered,
    HumanTurns,

    /// <summary>K1c, K1d and K1e.</summary>
    FirstAnswers,
    FirstAnsweredInTime,
    HumanReplies,
    HumanRepliesIn5,
    HumanRepliesIn15,
    HumanRepliesIn60,
    Deliveries,

    /// <summary>K2; with a label by the source of the first touch.</summary>
    Needs,
    Converted,
    ConvertedByAssistant,
    ConvertedNet,

    /// <summary>K3: n, k and the other states.</summary>
    VisitsAsked,
    VisitsConfirmed,
    VisitsDeclined,
    VisitsSilent,
    VisitsUndelivered,
    VisitsConfirmedLate,
    VisitsShortAhead,

    /// <summary>K4: n, k and what is outside.</summary>
    Expected,
    NoShows,
    Came,
    Unmarked,
    CancelledEarly,
    CancelledLate,
    CancelledBySalon,
    Recovered,
    MarksDiffer,

    /// <summary>K5.</summary>
    Closable,
    AutoClosed,
    AutoClosedConfirmed,
    AutoClosedAssumed,
    AutoClosedDurable,

    /// <summary>K6; causes by label.</summary>
    Escalatable,
    Escalated,
    EscalationsLost,
    EscalationsTechnical,
    EscalationsUseless,
    Causes,

    /// <summary>Sessions the client began; with a label by their source.</summary>
    Sessions,
    SessionsAnswered,
    SessionsInvolved,
    SessionsMixed,
    Bookings,
    BookingsByAssistant,
    BookingsAtNight,

    /// <summary>K13, steps after the need.</summary>
    FunnelOffered,
    FunnelBooked,
    FunnelConfirmed,
    FunnelCame,
    FunnelPaid,
    FunnelRepeated,

    /// <summary>By label: K12 last touch, K16 reasons, problem spots, K14 attempts, K18 reactions, K15 duplicates and missed clients, K19 flaws, K20 types.</summary>
    LastTouches,
    Losses,
    Spots,
    Attempts,
    AttemptsWon,
    Reactions,
    ReactionsGiven,
    Duplicates,
    SessionsWithNeed,
    Missed,
    MissedRecovered,
    Flaws,
    SavedSessions,
    HumanSessions,
    Trials,
    TrialsReminded,
    TrialsReacted,
    TrialsCame,
    TrialsBought,
}
