namespace AuditDashboard.Reminders.Board;

/// <summary>The tabs, as they stand in the address (<c>?f=</c>).</summary>
internal static class BoardTab
{
    public static readonly IReadOnlyList<string> All = ["upcoming", "pending", "noshow", "moved"];

    public static string Of(string? asked) => All.Contains(asked ?? "") ? asked! : All[0];
}
