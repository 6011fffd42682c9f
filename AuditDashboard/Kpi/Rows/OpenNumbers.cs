namespace AuditDashboard.Kpi.Rows;

/// <summary>Which numbers stand beside each other, and which are about money.</summary>
internal static class OpenNumbers
{
    private static readonly KpiNumber[][] Families =
    [
        [KpiNumber.AssistantTurns, KpiNumber.AnsweredInTime, KpiNumber.Unanswered, KpiNumber.FirstAnswers, KpiNumber.FirstAnsweredInTime, KpiNumber.Deliveries],
        [KpiNumber.Needs, KpiNumber.Converted, KpiNumber.ConvertedByAssistant, KpiNumber.Losses, KpiNumber.LastTouches],
        [KpiNumber.VisitsAsked, KpiNumber.VisitsConfirmed, KpiNumber.VisitsDeclined, KpiNumber.VisitsSilent, KpiNumber.VisitsUndelivered],
        [KpiNumber.Expected, KpiNumber.Came, KpiNumber.NoShows, KpiNumber.Unmarked, KpiNumber.CancelledLate],
        [KpiNumber.Closable, KpiNumber.AutoClosed, KpiNumber.AutoClosedConfirmed, KpiNumber.AutoClosedAssumed],
        [KpiNumber.Escalatable, KpiNumber.Escalated, KpiNumber.EscalationsLost, KpiNumber.EscalationsUseless],
        [KpiNumber.Sessions, KpiNumber.SessionsAnswered, KpiNumber.Missed, KpiNumber.Spots],
        [KpiNumber.Bookings, KpiNumber.BookingsByAssistant, KpiNumber.BookingsAtNight],
        [KpiNumber.HumanSessions, KpiNumber.SavedSessions],
        [KpiNumber.Reactions, KpiNumber.ReactionsGiven, KpiNumber.Attempts, KpiNumber.AttemptsWon],
        [KpiNumber.Trials, KpiNumber.TrialsReminded, KpiNumber.TrialsReacted, KpiNumber.TrialsCame, KpiNumber.TrialsBought],
        [KpiNumber.HumanReplies, KpiNumber.HumanRepliesIn5, KpiNumber.HumanRepliesIn15, KpiNumber.HumanRepliesIn60],
        [KpiNumber.Flaws],
        [KpiNumber.FunnelOffered, KpiNumber.FunnelBooked, KpiNumber.FunnelConfirmed, KpiNumber.FunnelCame, KpiNumber.FunnelPaid, KpiNumber.FunnelRepeated],
    ];

    private static readonly HashSet<KpiNumber> Priced = [.. Families[2], .. Families[3], .. Families[7]];

    /// <summary>The number an address names; null where no page shows it.</summary>
    public static KpiNumber? Named(string? name) =>
        Enum.TryParse<KpiNumber>(name, ignoreCase: true, out var number) && FamilyOf(number).Count > 0 && !char.IsAsciiDigit(name![0]) ? number : null;

    public static IReadOnlyList<KpiNumber> FamilyOf(KpiNumber number) => Families.FirstOrDefault(family => family.Contains(number)) ?? [];

    /// <summary>Its rows have a price in kopecks.</summary>
    public static bool HasPrice(KpiNumber number) => Priced.Contains(number);
}
