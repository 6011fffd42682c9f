using AuditDashboard.Channels;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.FollowUps;
using AuditDashboard.Reminders.Planning;

namespace AuditDashboard.Reminders.Sending;

/// <summary>A message that is ours to send: its row says <c>sending</c> on disk.</summary>
internal sealed record ClaimedReminder(ReminderRow Row, AppointmentRow Appointment, SendingEndpoint Endpoint, OutgoingMessage Message)
{
    public FollowUpRow? FollowUp { get; init; }
}

/// <summary>What became of a message that is no event of the log.</summary>
/// <param name="FailsChannel">It is not tried there again.</param>
internal sealed record SilentOutcome(ClaimedReminder Claimed, string State, DateTimeOffset NextAt, string? Code, bool FailsChannel = false);

/// <summary>What is known of a due message before it is claimed.</summary>
/// <param name="Rung">Null where no channel is left.</param>
internal sealed record DueReminder(ReminderRow Row, AppointmentRow? Appointment, ReminderVerdict Verdict, DateTimeOffset At, ReminderRung? Rung, string? ClientName)
{
    /// <summary>Why it is void, where the visit does not say.</summary>
    public string? Code { get; init; }

    /// <summary>What it is about where that is no visit.</summary>
    public FollowUpRow? FollowUp { get; init; }
}
