using System.Globalization;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Reminders.Sending;

namespace AuditDashboard.Reminders.Slots;

/// <summary>How a freed hour is offered.</summary>
internal sealed class SlotWords(ReminderMessage messages, ClientWords words)
{
    /// <param name="until">By the clock of the branch.</param>
    public string Of(AppointmentRow lost, string? client, DateTime until) =>
        $"{messages.Fill(words.Of("SlotOffer"), lost, client)} {string.Format(CultureInfo.InvariantCulture, words.Of("SlotUntil"), until.ToString("HH:mm", CultureInfo.InvariantCulture))}";
}
