using AuditDashboard.Ui;

namespace AuditDashboard.Kpi.Judging;

/// <summary>A page of suspicions.</summary>
/// <param name="Count">All of the period.</param>
/// <param name="Confirmed">Of those a person has judged, how many were right.</param>
/// <param name="Missed">K15b of the period.</param>
/// <param name="Page">From 1.</param>
internal sealed record JudgedView(long Count, Share Confirmed, Share Missed, int Page, IReadOnlyList<JudgedLine> Lines, IReadOnlyList<BranchOption> Branches, bool MayJudge)
{
    public const int PageRows = 25;

    public int LastPage() => (int)Math.Max(1, (Count + PageRows - 1) / PageRows);
}
