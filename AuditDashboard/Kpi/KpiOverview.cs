namespace AuditDashboard.Kpi;

/// <summary>The start page's numbers (ui.md section 10): a period and the one of the same length before it. Money in kopecks.</summary>
/// <param name="ByWeekHour">Inbound sessions, 7 × 24, Monday first, local hours.</param>
public sealed record KpiOverview(
    KpiOverview.Lag Behind, KpiReport Now, KpiReport Before, IReadOnlyList<KpiOverview.Tile> Tiles, IReadOnlyList<KpiOverview.Step> Funnel,
    IReadOnlyList<KpiOverview.Loss> Losses, IReadOnlyList<KpiOverview.Channel> Channels, IReadOnlyList<long> ByWeekHour, KpiOverview.NightShift Night,
    KpiOverview.Money LostMoney, IReadOnlyList<KpiOverview.BranchPoint> Branches, IReadOnlyList<KpiOverview.Spot> Spots)
{
    /// <summary>Of the period, the oldest first.</summary>
    public IReadOnlyList<Release> Releases { get; init; } = [];

    /// <summary>A release came into force, or was taken back to this one.</summary>
    /// <param name="At">UTC.</param>
    public sealed record Release(DateTimeOffset At, string Name, bool IsRollBack);

    /// <summary>How far the numbers are behind the log.</summary>
    /// <param name="Since">UTC. The moment since which somebody's events wait to be counted; null = all are.</param>
    /// <param name="People">How many clients' events wait.</param>
    public sealed record Lag(DateTimeOffset? Since, int People);

    public enum Kpi
    {
        ResponseTime,
        Conversion,
        Confirmation,
        NoShow,
        AutoClosed,
        Escalations,
    }

    /// <summary>One share with everything that makes it readable.</summary>
    /// <param name="Of">Opens n; <paramref name="Hits"/> opens k.</param>
    /// <param name="Compared">This period as it may be compared: K2 without the days that still mature; else <paramref name="Now"/>.</param>
    /// <param name="ComparedBefore">The period before, likewise.</param>
    /// <param name="IsFew">n is below 30: shown in grey (product.md section 3.0).</param>
    /// <param name="Days">The share of each local date.</param>
    public sealed record Tile(
        Kpi Kpi, KpiNumber Of, KpiNumber Hits, Share Now, Share Before, Share Compared, Share ComparedBefore, bool LowerIsBetter, bool IsFew, IReadOnlyList<Share> Days);

    /// <summary>One step of K13.</summary>
    /// <param name="Number">Opens the rows that came so far.</param>
    /// <param name="OfPrevious">Share of the step before.</param>
    /// <param name="OfFirst">Share of all sessions; from the need on, of all needs.</param>
    /// <param name="Lost">How many of the step before did not come so far.</param>
    /// <param name="Skipped">How many passed without taking it: nobody asks who booked for today.</param>
    /// <param name="MainReason">The commonest reason of <see cref="Losses"/> that belongs to this step; null where none does.</param>
    public sealed record Step(KpiNumber Number, long Count, double? OfPrevious, double? OfFirst, long Lost, long Skipped, string? MainReason, long MainReasonCount);

    /// <summary>K16, only needs that had their 7 days: error | unanswered | escalation_lost | scenario | no_slot | price | declined | silent.</summary>
    /// <param name="Kopecks">Count × average price × norm of conversion; null where no booking has a price.</param>
    public sealed record Loss(string Reason, long Count, long? Kopecks);

    public sealed record Channel(
        string Name, long Sessions, long Leads, Share Conversion, Share Within, long? P50Ms, Share Confirmation, Share NoShow, Share AutoClosed, Share Escalations, long Bookings,
        long BookedKopecks, long? LostKopecks);

    /// <summary>B14: what the assistant won while the salon was closed.</summary>
    /// <param name="ByWeekHour">Those bookings, 7 × 24, Monday first.</param>
    public sealed record NightShift(long Bookings, long Kopecks, long ByAssistant, IReadOnlyList<long> ByWeekHour);

    /// <summary>B2, with the pieces of "how it was counted".</summary>
    /// <param name="AverageKopecks">Mean price of the period's bookings that have one; where none has, the owner's average cheque; null = unknown.</param>
    /// <param name="Norm">K2 of the 28 days before the period, or of the period itself where those have under 30 needs.</param>
    /// <param name="LostNeeds">Ripe needs without a booking.</param>
    /// <param name="LostNeedsKopecks">LostNeeds × AverageKopecks × Norm.</param>
    /// <param name="NoShowKopecks">Their own prices; the average where a visit has none.</param>
    /// <param name="TenthKopecks">What a tenth of the lost needs would bring: an estimate.</param>
    public sealed record Money(
        long? AverageKopecks, long PricedBookings, Share Norm, long LostNeeds, long? LostNeedsKopecks, long NoShows, long NoShowKopecks, long LateCancellations,
        long LateCancellationsKopecks, long TotalKopecks, long? TenthKopecks)
    {
        /// <summary>Time of people in the period's dialogs (K20), milliseconds.</summary>
        public long StaffMs { get; init; }

        /// <summary>What that time cost; null where nobody set the price of a minute. No part of the total: it is spent, not lost.</summary>
        public long? StaffKopecks { get; init; }
    }

    /// <summary>B16: one branch in the funnel plot of one number: inside the limits the difference may well be chance.</summary>
    /// <param name="Centre">The share of all branches together.</param>
    /// <param name="Low95">Limits around the centre for this n, 95 % and 99.8 %.</param>
    public sealed record BranchPoint(Kpi Kpi, string Branch, Share Share, double? Centre, double? Low95, double? High95, double? Low998, double? High998);

    /// <summary>A step sessions failed at, as scenario.step, by simple count.</summary>
    public sealed record Spot(string Label, long Count, long Before);
}
