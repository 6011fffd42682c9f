using AuditDashboard.Reminders.Rules;

namespace AuditDashboard.Reminders.Planning;

/// <summary>When a visit's reminders are due.</summary>
/// <param name="Wall">What the clock in the branch shows at the start.</param>
internal sealed record PlannedVisit(DateTime Wall, TimeZoneInfo Zone);

/// <param name="DueAt">UTC.</param>
internal readonly record struct PlannedReminder(string Rule, DateTimeOffset DueAt);

/// <summary>Visit, rules and quiet hours → moments. Pure.</summary>
internal static class ReminderPlan
{
    /// <summary>A reminder later than this before the visit helps nobody (reliability-security.md F15).</summary>
    public static readonly TimeSpan LeastUseful = TimeSpan.FromHours(1);

    /// <summary>How long before the quiet begins a message goes out that would fall into it.</summary>
    private static readonly TimeSpan Evening = TimeSpan.FromMinutes(15);

    /// <summary>Two messages so near to each other are one too many.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(30);

    /// <summary>Every moment, past ones too, the earliest first.</summary>
    /// <param name="rules">As <see cref="ReminderRules.For"/> gives them: the earliest message first.</param>
    public static IReadOnlyList<PlannedReminder> Of(PlannedVisit visit, IReadOnlyList<ReminderRule> rules, QuietHours quiet)
    {
        List<PlannedReminder> planned = [];
        foreach (var rule in rules)
        {
            var due = WallClock.MomentOf(Allowed(visit.Wall - rule.Before, visit.Wall, quiet), visit.Zone);
            if (planned.Count == 0 || due - planned[^1].DueAt >= Apart)
            {
                planned.Add(new PlannedReminder(rule.Name, due));
            }
        }

        return planned;
    }

    /// <summary>Out of the quiet hours: in the morning where that is still of use, else the evening before.</summary>
    private static DateTime Allowed(DateTime wall, DateTime start, QuietHours quiet)
    {
        if (!quiet.Include(wall))
        {
            return wall;
        }

        var morning = quiet.EndAfter(wall);
        return morning <= start - LeastUseful ? morning : quiet.BeginBefore(wall) - Evening;
    }
}
