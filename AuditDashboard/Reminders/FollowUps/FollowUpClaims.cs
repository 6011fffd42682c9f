using AuditDashboard.Conversations;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary>What forbids a follow-up in the transaction that would claim it: whatever came in meanwhile, by any record of the person.</summary>
internal sealed class FollowUpClaims(WriteConnection store, ClientStops stops)
{
    private readonly RowSearch<FollowUpRow> _byKey = store.Table<FollowUpRow>().Search([nameof(FollowUpRow.Key)]);
    private readonly RowSearch<FollowUpRow> _ofClient = store.Table<FollowUpRow>().Search([nameof(FollowUpRow.ClientId)]);
    private readonly RowSearch<AppointmentRow> _visits = store.Table<AppointmentRow>().Search([nameof(AppointmentRow.ClientId)]);

    /// <summary>The matter as it is now; null where it is no longer what was read.</summary>
    public FollowUpRow? Fresh(FollowUpRow read) => _byKey.First(read.Key) is { } row && row.Version == read.Version ? row : null;

    /// <summary>Why it may not go; null = it may.</summary>
    /// <param name="address">Where it would go.</param>
    public string? Refuse(FollowUpRow matter, string? address, bool isAdvertising, DateTimeOffset now)
    {
        if (matter.Code is { } code && code != "done")
        {
            return code;
        }

        if (stops.Forbid(matter.ClientId, address, isReminder: false) || (isAdvertising && !stops.HasConsent(matter.ClientId, "advertising")))
        {
            return ReminderCodes.Stopped;
        }

        var members = stops.MembersOf(matter.ClientId).Select(member => member.Value.ToByteArray(true)).ToList();
        var silentSince = matter.Kind == FollowUpKinds.Call ? matter.SinceAt : matter.LastOutAt;
        return members.SelectMany(member => _ofClient.List(member)).Any(other => other.Kind == FollowUpKinds.Lead && other.LastInAt > silentSince) ? "answered"
            : members.SelectMany(member => _visits.List(member)).Any(visit => visit.IsOpen && (visit.StartAt > now && (matter.Kind == FollowUpKinds.Lead || visit.CreatedAt > matter.SinceAt))) ? "booked"
            : null;
    }
}
