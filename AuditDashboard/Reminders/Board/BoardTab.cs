namespace AuditDashboard.Reminders.Board;

/// <summary>The tabs, as they stand in the address (<c>?f=</c>).</summary>
internal static class BoardTab
{
    public static readonly IReadOnlyList<string> All = ["upcoming", "pending", "tasks", "risk", "noshow", "moved"];

    /// <summary>Where only a link leads.</summary>
    private static readonly string Tomorrow = "tomorrow";

    /// <summary>The tabs to show, with the one that is open.</summary>
    public static IReadOnlyList<string> Shown(string open) => open == Tomorrow ? [.. All.Take(2), Tomorrow, .. All.Skip(2)] : All;

    public static string Of(string? asked) => asked == Tomorrow || All.Contains(asked ?? "") ? asked! : All[0];
}
