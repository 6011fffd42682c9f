using AuditDashboard.Kpi;

namespace AuditDashboard.Tests.Kpi;

/// <summary>Where a report says a number that can be opened; null for those that stand in none.</summary>
internal static class ReportedNumbers
{
    public static long? Of(KpiNumber number, KpiOverview overview, KpiDetails details) =>
        overview.Tiles.FirstOrDefault(tile => tile.Of == number) is { } of ? of.Now.N
        : overview.Tiles.FirstOrDefault(tile => tile.Hits == number) is { } hits ? hits.Now.K
        : overview.Funnel.FirstOrDefault(step => step.Number == number) is { } step ? step.Count
        : number switch
        {
            KpiNumber.Unanswered => overview.Now.ResponseTime.Unanswered,
            KpiNumber.HumanTurns => overview.Now.ResponseTime.HumanTurns,
            KpiNumber.FirstAnswers => overview.Now.Answers.First.N,
            KpiNumber.FirstAnsweredInTime => overview.Now.Answers.First.K,
            KpiNumber.HumanReplies => overview.Now.Answers.In5.N,
            KpiNumber.HumanRepliesIn5 => overview.Now.Answers.In5.K,
            KpiNumber.HumanRepliesIn15 => overview.Now.Answers.In15.K,
            KpiNumber.HumanRepliesIn60 => overview.Now.Answers.In60.K,
            KpiNumber.Deliveries => overview.Now.Answers.Delivered,
            KpiNumber.EscalationsUseless => overview.Now.Escalations.Useless.K,
            KpiNumber.ConvertedByAssistant => details.Conversion.ByAssistant.K,
            KpiNumber.ConvertedNet => details.Conversion.Net.K,
            KpiNumber.VisitsDeclined => overview.Now.Confirmation.Declined,
            KpiNumber.VisitsSilent => overview.Now.Confirmation.Silent,
            KpiNumber.VisitsUndelivered => overview.Now.Confirmation.Undelivered,
            KpiNumber.VisitsConfirmedLate => overview.Now.Confirmation.Late,
            KpiNumber.VisitsShortAhead => details.Attendance.ShortAhead,
            KpiNumber.Unmarked => overview.Now.NoShow.Unmarked,
            KpiNumber.CancelledEarly => details.Attendance.CancelledEarly,
            KpiNumber.CancelledLate => details.Attendance.CancelledLate,
            KpiNumber.CancelledBySalon => details.Attendance.CancelledBySalon,
            KpiNumber.AutoClosedConfirmed => overview.Now.AutoClosed.Confirmed,
            KpiNumber.AutoClosedAssumed => overview.Now.AutoClosed.Assumed,
            KpiNumber.AutoClosedDurable => overview.Now.AutoClosed.Durable.K,
            KpiNumber.EscalationsLost => overview.Now.Escalations.Lost,
            KpiNumber.EscalationsTechnical => details.Dialogs.Technical.K,
            _ => OfDetails(number, overview, details),
        };

    private static long? OfDetails(KpiNumber number, KpiOverview overview, KpiDetails details) => number switch
    {
        KpiNumber.Causes => details.Causes.Sum(cause => cause.Count),
        KpiNumber.SessionsInvolved => details.Dialogs.Coverage.K,
        KpiNumber.SessionsMixed => details.Dialogs.Mixed,
        KpiNumber.Bookings => overview.Now.Volume.Bookings,
        KpiNumber.BookingsByAssistant => overview.Night.ByAssistant,
        KpiNumber.BookingsAtNight => overview.Night.Bookings,
        KpiNumber.LastTouches => details.LastTouch.Sum(source => source.Leads),
        KpiNumber.Losses => overview.Losses.Sum(loss => loss.Count),
        KpiNumber.Spots => overview.Spots.Sum(spot => spot.Count),
        KpiNumber.Attempts => details.Attempts.Sum(attempt => attempt.Count),
        KpiNumber.AttemptsWon => details.Attempts.Sum(attempt => attempt.Won.K),
        KpiNumber.Reactions => details.Reactions.Reacted.N,
        KpiNumber.ReactionsGiven => details.Reactions.Reacted.K,
        KpiNumber.Duplicates => details.Duplicates.Sum(pair => pair.Count),
        KpiNumber.SessionsWithNeed => details.Missed.Share.N,
        KpiNumber.Missed => details.Missed.Share.K,
        KpiNumber.MissedRecovered => details.Missed.Recovered,
        KpiNumber.SavedSessions => details.People.Saved.Sum(type => type.Count),
        KpiNumber.HumanSessions => details.People.Sessions,
        KpiNumber.Trials => details.Trials.Booked,
        KpiNumber.TrialsReminded => details.Trials.Reminded.K,
        KpiNumber.TrialsReacted => details.Trials.Reacted.K,
        KpiNumber.TrialsCame => details.Trials.Came.K,
        KpiNumber.TrialsBought => details.Trials.Bought.K,
        _ => null,
    };
}
