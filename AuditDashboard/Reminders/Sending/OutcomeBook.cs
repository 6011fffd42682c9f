using AuditDashboard.Events;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Reach;
using AuditDashboard.Reminders.Tasks;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Sending;

/// <summary>Writes down what became of messages, from our own events and from the channels' reports, in the transaction that stores those.</summary>
internal sealed class OutcomeBook(WriteConnection store, ReachBook reach, TaskBook tasks)
{
    private readonly RowTable<ReminderRow> _reminders = store.Table<ReminderRow>();
    private readonly RowSearch<AppointmentRow> _appointments = store.Table<AppointmentRow>().Search([nameof(AppointmentRow.Key)]);
    private readonly RowSearch<ReminderRow> _byMessage = store.Table<ReminderRow>().Search([nameof(ReminderRow.MessageId)]);
    private readonly RowSearch<ReminderRow> _byKey = store.Table<ReminderRow>().Search([nameof(ReminderRow.AppointmentKey), nameof(ReminderRow.Version), nameof(ReminderRow.Rule)]);

    public void Note(AppendingEvent appending)
    {
        var type = appending.Content.Type;
        if (appending.Draft.Envelope == ReminderEvent.Envelope)
        {
            Own(appending, type == EventTypes.ReminderSent || type == EventTypes.FollowUpSent);
        }
        else if (type.StartsWith("delivery.", StringComparison.Ordinal) && (appending.Content.ExternalId ?? appending.Content.InReplyTo) is { } message
            && _byMessage.First(message) is { } row)
        {
            Report(row, type, appending);
        }
    }

    private void Own(AppendingEvent appending, bool isSent)
    {
        var content = appending.Content;
        if (content.DataMember("version")?.GetInt64() is not { } version || _byKey.First(content.DataText("key"), version, content.DataText("rule")) is not { } row)
        {
            return;
        }

        row.Code = content.DataText("code");
        if (isSent)
        {
            (row.State, row.SentAt, row.MessageId, row.Asks) = (ReminderStates.Sent, appending.EffectiveAt, content.ExternalId, content.Flag("asks"));
        }
        else
        {
            Fail(row, appending, content.Flag("final"));
        }

        _reminders.Upsert(row);
    }

    private void Fail(ReminderRow row, AppendingEvent appending, bool isFinal)
    {
        if (row.Channel is { } channel && !row.WasTried(channel))
        {
            row.Fail(channel);
            // Outside of WhatsApp's window nobody has shut a door.
            if (row.Address is { } address && channel != "whatsapp" && appending.Content.DataText("code") is { } code && !code.StartsWith(ReminderCodes.Misconfigured, StringComparison.Ordinal))
            {
                reach.Block(address, appending.Draft.Bot, appending.EffectiveAt);
            }
        }

        (row.State, row.NextAt) = isFinal ? (ReminderStates.Failed, row.NextAt) : (ReminderStates.Planned, appending.EffectiveAt);
        if (isFinal && _appointments.First(row.AppointmentKey) is { } appointment)
        {
            tasks.HandOver("call", row.Tried.Length == 0 ? ReminderCodes.NoChannel : "undelivered", appointment, appending.EffectiveAt);
        }
    }

    /// <summary>Reports come in any order: what was delivered was delivered, and only what was merely sent can fail.</summary>
    private void Report(ReminderRow row, string type, AppendingEvent appending)
    {
        if (type == EventTypes.DeliveryFailed && row.State == ReminderStates.Sent)
        {
            row.Fail(row.Channel ?? "");
            var isOurs = !row.Rule.StartsWith(ForeignReminders.Prefix, StringComparison.Ordinal);
            (row.State, row.NextAt, row.Code) = (isOurs ? ReminderStates.Planned : ReminderStates.Failed, appending.RecordedAt, "undelivered");
        }
        else if (type is "delivery.delivered" or "delivery.read" && row.State is "sent" or "uncertain")
        {
            row.State = ReminderStates.Delivered;
        }
        else
        {
            return;
        }

        _reminders.Upsert(row);
    }
}
