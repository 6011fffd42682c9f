using AuditDashboard.Kpi;

namespace AuditDashboard.Reminders.Reactions;

/// <summary>K18 of the last 30 days: what clients do after a reminder.</summary>
/// <param name="P50Ms">Median time to the reaction, milliseconds.</param>
/// <param name="Days">As addresses of rows say it.</param>
/// <param name="Trials">Null where there are none to show.</param>
internal sealed record ReactionsView(Share Reacted, long? P50Ms, IReadOnlyList<ReactionsView.Class> Classes, KpiDetails.TrialFunnel? Trials, string Days)
{
    /// <summary>In the order of the classes, not of their sizes: the eye finds "silent" where it was yesterday.</summary>
    public static readonly IReadOnlyList<string> Codes = ["yes", "move", "no", "question", "silent", "undelivered"];

    /// <param name="Code">One of <see cref="Codes"/>.</param>
    /// <param name="OfAll">Its part of all reminders, 0..1.</param>
    public sealed record Class(string Code, long Count, double OfAll);
}
