using AuditDashboard.Channels;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;

namespace AuditDashboard.Reminders.Sending;

/// <summary>A message that is ours to send: its row says <c>sending</c> on disk.</summary>
internal sealed record ClaimedReminder(ReminderRow Row, AppointmentRow Appointment, SendingEndpoint Endpoint, OutgoingMessage Message);

/// <summary>What is known of a due message before it is claimed.</summary>
/// <param name="Rung">Null where no channel is left.</param>
internal sealed record DueReminder(ReminderRow Row, AppointmentRow? Appointment, ReminderVerdict Verdict, DateTimeOffset At, ReminderRung? Rung, string? ClientName)
{
    /// <summary>Why it is void, where the visit does not say.</summary>
    public string? Code { get; init; }
}
