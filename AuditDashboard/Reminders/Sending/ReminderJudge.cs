using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Rules;

namespace AuditDashboard.Reminders.Sending;

internal enum ReminderVerdict
{
    Send,

    /// <summary>Not now, but at the given moment.</summary>
    Wait,

    /// <summary>The visit has changed: never.</summary>
    Void,

    /// <summary>The hour has passed and it is of no use any more: a person must call.</summary>
    Missed,
}

/// <summary>Whether a message that is due may go out at this moment (reliability-security.md F15). Pure.</summary>
internal static class ReminderJudge
{
    /// <summary>The sweep's own delay is no outage.</summary>
    public static readonly TimeSpan Prompt = TimeSpan.FromMinutes(5);

    public static (ReminderVerdict Verdict, DateTimeOffset At) Of(ReminderRow row, AppointmentRow? appointment, QuietHours quiet, DateTimeOffset now)
    {
        if (appointment is null || row.Version != appointment.Version || !appointment.IsOpen || appointment.IsSilent)
        {
            return (ReminderVerdict.Void, now);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(appointment.Zone);
        var left = WallClock.MomentOf(WallClock.Parse(appointment.Wall), zone) - now;
        var isPrompt = now - row.NextAt <= Prompt;
        var wall = WallClock.Of(now, zone);
        if (left <= TimeSpan.Zero || (!isPrompt && (left < ReminderPlan.LeastUseful || quiet.Include(wall))))
        {
            return (ReminderVerdict.Missed, now);
        }

        if (!quiet.Include(wall))
        {
            return (ReminderVerdict.Send, now);
        }

        var morning = WallClock.MomentOf(quiet.EndAfter(wall), zone);
        return now + left - morning >= ReminderPlan.LeastUseful ? (ReminderVerdict.Wait, morning) : (ReminderVerdict.Missed, now);
    }
}
