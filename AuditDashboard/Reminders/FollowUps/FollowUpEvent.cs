using System.Globalization;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Sending;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary><c>followup.sent</c>: K14 counts it, and the table of reminders follows from it in the same transaction.</summary>
internal static class FollowUpEvent
{
    /// <param name="row">As it was claimed.</param>
    public static EventDraft Draft(ReminderRow row, AppointmentRow matter, string bot, string text, bool isAdvertising, DateTimeOffset now)
    {
        var members = new Dictionary<string, object?>
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"fu:{row.AppointmentKey}:{row.Version}:{row.Rule}:{row.Channel}"), ["type"] = EventTypes.FollowUpSent,
            ["time"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), ["actor"] = "system", ["channel"] = row.Channel,
            ["branch"] = matter.Branch, ["externalId"] = row.MessageId, ["text"] = text, ["client"] = new Dictionary<string, string?> { ["id"] = row.Address },
            ["data"] = new Dictionary<string, object?>
            {
                ["attempt"] = FollowUpMatters.StepOf(row), ["rule"] = row.Rule, ["class"] = isAdvertising ? "advertising" : "service", ["key"] = row.AppointmentKey, ["version"] = row.Version,
                ["reason"] = row.Rule.StartsWith(FollowUpMatters.StepPrefix, StringComparison.Ordinal) ? "silent_lead" : "missed_call",
            },
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(members.Where(member => member.Value is not null).ToDictionary());
        var content = EventJudge.Judge(json, out var problems) ?? throw new InvalidOperationException($"A follow-up's event that is not valid: {string.Join(", ", problems.Keys)}");
        return new EventDraft { Bot = bot, Envelope = ReminderEvent.Envelope, Endpoint = row.EndpointId, Branch = matter.Branch, Content = content, Json = json, RepeatsMayDiffer = true };
    }
}
