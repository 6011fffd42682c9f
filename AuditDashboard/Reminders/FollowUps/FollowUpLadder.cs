using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary>When a silent client is written to: 15 min, 3 h, and the next day at 11:00 by the clock in the branch. Pure.</summary>
internal static class FollowUpLadder
{
    /// <summary>A step that comes later than this after its hour (the application was down) is left out.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    /// <summary>Two messages nearer to each other than this are one too many: what quiet hours pushed together falls out.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromHours(2);

    private static readonly TimeOnly NextDay = new(11, 0);

    /// <summary>The next step; null when the ladder is at its end.</summary>
    /// <param name="done">Steps that are over; steps count from 1.</param>
    /// <param name="silentSince">UTC. When the salon said the last word.</param>
    public static (int Step, DateTimeOffset DueAt)? Next(int done, DateTimeOffset silentSince, TimeZoneInfo zone, QuietHours quiet)
    {
        var wall = WallClock.Of(silentSince, zone);
        DateTime[] wanted = [wall.AddMinutes(15), wall.AddHours(3), wall.Date.AddDays(1) + NextDay.ToTimeSpan()];
        DateTimeOffset? last = null;
        for (var step = 1; step <= FollowUpSettings.Steps; step++)
        {
            var due = WallClock.MomentOf(quiet.EndAfter(wanted[step - 1]), zone);
            if (last is { } before && due - before < Apart)
            {
                continue;
            }

            if (step > done)
            {
                return (step, due);
            }

            last = due;
        }

        return null;
    }
}
