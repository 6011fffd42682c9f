namespace AuditDashboard.Kpi;

/// <summary>The finer numbers of one period (product.md sections 3.2, 3.4–3.6, 3.12, 3.13). Labels are codes, not words.</summary>
public sealed record KpiDetails(
    KpiDetails.Conversions Conversion, KpiDetails.Visits Attendance, IReadOnlyList<KpiDetails.Source> FirstTouch, IReadOnlyList<KpiDetails.Source> LastTouch,
    IReadOnlyList<KpiDetails.Attempt> Attempts, KpiDetails.Reminders Reactions, KpiDetails.MissedClients Missed, IReadOnlyList<KpiDetails.Labelled> Duplicates,
    IReadOnlyList<KpiDetails.Labelled> Causes, KpiDetails.Sessions Dialogs, KpiDetails.Integrity Log, KpiDetails.Time People, KpiDetails.TrialFunnel Trials)
{
    /// <summary>A code and how many; hits are, by kind, the lost, the won or the reacted ones.</summary>
    public sealed record Labelled(string Label, long Count, long Hits);

    /// <summary>K2: by the assistant alone, with a visit within 30 days, bookings per converted need, time from need to booking in ms.</summary>
    public sealed record Conversions(Share ByAssistant, Share Net, double? BookingsPerNeed, long? P50Ms, long? P90Ms);

    /// <summary>K4: late refusals of all who were expected, and what else happened to visits. LostWindows = nobody came, or called off too late.</summary>
    public sealed record Visits(Share LateCancelled, long CancelledEarly, long CancelledLate, long CancelledBySalon, long Recovered, long MarksDiffer, long LostWindows, long ShortAhead);

    /// <summary>K12: an empty label is "unknown". Revenue in kopecks, of needs with a visit within 30 days, by the last touch only.</summary>
    public sealed record Source(string Label, long Leads, Share Conversion, long Visits, long? RevenueKopecks);

    /// <summary>K14: the answer or booking came within 24 h and before the next attempt.</summary>
    public sealed record Attempt(string Number, long Count, Share Won, long ByHand);

    /// <summary>K18: yes | move | no | question | silent | undelivered; the median of the reactions in ms.</summary>
    public sealed record Reminders(Share Reacted, long? P50Ms, IReadOnlyList<Labelled> Classes);

    /// <summary>K15b: of all sessions in which the client wanted something; unanswered | call | complaint | escalation | form | booking.</summary>
    public sealed record MissedClients(Share Share, long Recovered, IReadOnlyList<Labelled> Ways);

    /// <summary>K5 coverage, K6 technical causes, sessions with answers of two releases.</summary>
    public sealed record Sessions(Share Coverage, Share Technical, Share EscalationsLost, long Mixed);

    /// <summary>K19: of the assistant's messages those with intent, model or scenario; late | clock_skew | untagged events.</summary>
    public sealed record Integrity(Share Tagged, IReadOnlyList<Labelled> Flaws);

    /// <summary>K20: minutes of people, per 100 sessions, and the sessions closed without them: booking | confirmation | question.</summary>
    public sealed record Time(double Minutes, double? MinutesPer100Sessions, long Sessions, IReadOnlyList<Labelled> Saved);

    /// <summary>K18, of all that were booked: reminded, reacted (also without a reminder), came, bought within 14 days of coming.</summary>
    public sealed record TrialFunnel(long Booked, Share Reminded, Share Reacted, Share Came, Share Bought);

    /// <summary>K14: opt-outs per 100 attempts; more than 2 is too many.</summary>
    public double? OptOutsPer100Attempts { get; init; }
}
