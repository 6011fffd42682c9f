using AuditDashboard.Kpi;

namespace AuditDashboard.Digest.Writing;

/// <summary>The one thing to do (product.md B1): what went wrong yesterday and can still be mended, else what most clients of four weeks were lost by (K16).</summary>
internal static class Advice
{
    /// <summary>Below it a reason may well be chance.</summary>
    private const int Fewest = 5;

    /// <summary>A reason of <see cref="KpiOverview.Loss"/> and how often; null = nothing to advise.</summary>
    /// <param name="month">The four weeks that end with the day.</param>
    public static (string Reason, long Count)? Of(KpiReport yesterday, KpiOverview month)
    {
        if (yesterday.Escalations.Lost > 0)
        {
            return ("escalation_lost", yesterday.Escalations.Lost);
        }

        return yesterday.ResponseTime.Unanswered > 0 ? ("unanswered", yesterday.ResponseTime.Unanswered)
            : month.Losses.MaxBy(loss => loss.Count) is { Count: >= Fewest } loss ? (loss.Reason, loss.Count)
            : null;
    }
}
