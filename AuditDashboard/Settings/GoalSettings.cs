namespace AuditDashboard.Settings;

/// <summary>What the owner calls good. Every change counts at once: what was counted by the old goals is counted again.</summary>
/// <param name="ResponseMs">K1: an answer within this many milliseconds is in time.</param>
/// <param name="ResponseShare">The share of answers in time that is aimed at, 0..1.</param>
/// <param name="IdleHours">A dialog closes after so many hours without a word; null = as configured (<c>Session:IdleHours</c>).</param>
public sealed record GoalSettings(int ResponseMs, double ResponseShare, double? IdleHours)
{
    public static readonly GoalSettings Usual = new(3000, 0.8, null);
}
