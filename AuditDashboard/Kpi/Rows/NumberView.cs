using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Ui;

namespace AuditDashboard.Kpi.Rows;

/// <summary>One page of the rows behind a number.</summary>
/// <param name="Count">All of them: the number itself.</param>
/// <param name="Page">From 1.</param>
internal sealed record NumberView(
    KpiPlace Place, KpiNumber Number, string? Label, int? WeekHour, long Count, int Page, IReadOnlyList<NumberView.Line> Lines, IReadOnlyList<BranchOption> Branches)
{
    public const int PageRows = 25;

    /// <summary>The number of the last page, at least 1.</summary>
    public int LastPage() => (int)Math.Max(1, (Count + PageRows - 1) / PageRows);

    /// <param name="At">UTC.</param>
    /// <param name="Href">The dialog; of a row that lies in none, the client.</param>
    /// <param name="Who">The client's name; null = unknown.</param>
    /// <param name="Said">The last words of the dialog.</param>
    /// <param name="Wait">In words; <paramref name="Money"/> is null for those who may not see it.</param>
    public sealed record Line(DateTimeOffset At, string Href, string? Who, string? Said, string? Channel, string? Branch, string? Wait, string? Money);
}
