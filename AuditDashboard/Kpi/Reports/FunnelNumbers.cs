using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Kpi.Rollup;

namespace AuditDashboard.Kpi.Reports;

/// <summary>K13 from sums: sessions, then needs, each step of the one before.</summary>
internal static class FunnelNumbers
{
    /// <summary>Where a need with this reason was lost.</summary>
    private static readonly Dictionary<KpiNumber, string[]> ReasonsOf = new()
    {
        [KpiNumber.FunnelOffered] = ["error", "unanswered", "escalation_lost", "scenario"],
        [KpiNumber.FunnelBooked] = ["error", "unanswered", "escalation_lost", "scenario", "no_slot", "price", "declined", "silent"],
    };

    public static IReadOnlyList<KpiOverview.Step> Steps(DaySum sum, IReadOnlyList<KpiOverview.Loss> losses)
    {
        (KpiNumber Number, long Count)[] sessions = [(KpiNumber.Sessions, sum[UnitFlags.Inbound]), (KpiNumber.SessionsAnswered, sum[UnitFlags.Answered])];
        (KpiNumber Number, long Count)[] needs =
        [
            (KpiNumber.Needs, sum[UnitKind.Need]), (KpiNumber.FunnelOffered, sum[UnitFlags.FunnelOffered]), (KpiNumber.FunnelBooked, sum[UnitFlags.FunnelBooked]),
            (KpiNumber.FunnelConfirmed, sum[UnitFlags.FunnelConfirmed]), (KpiNumber.FunnelCame, sum[UnitFlags.FunnelCame]), (KpiNumber.FunnelPaid, sum[UnitFlags.FunnelPaid]),
            (KpiNumber.FunnelRepeated, sum[UnitFlags.FunnelRepeated]),
        ];
        return [.. Chain(sessions, null, sum, losses), .. Chain(needs, sessions[1].Count, sum, losses)];
    }

    private static IEnumerable<KpiOverview.Step> Chain((KpiNumber Number, long Count)[] steps, long? before, DaySum sum, IReadOnlyList<KpiOverview.Loss> losses)
    {
        foreach (var (number, count) in steps)
        {
            var reason = ReasonsOf.TryGetValue(number, out var own) ? losses.FirstOrDefault(loss => own.Contains(loss.Reason)) : null;
            yield return new KpiOverview.Step(
                number, count, Of(count, before), Of(count, steps[0].Count), Math.Max(0, (before ?? count) - count),
                number == KpiNumber.FunnelConfirmed ? sum[UnitFlags.FunnelSkipped] : 0, reason?.Reason, reason?.Count ?? 0);
            before = count;
        }
    }

    private static double? Of(long count, long? whole) => whole is > 0 and var n ? (double)count / n : null;
}
