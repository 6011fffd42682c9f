using AuditDashboard.Events;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Planning;

/// <summary>Reminders that the assistant or the booking system has sent by itself: shown in the booking's chain, and never sent by us.</summary>
internal sealed class ForeignReminders(WriteConnection store)
{
    public static readonly string Prefix = "bot-";
    private const int LongestRule = 32;

    private readonly RowTable<ReminderRow> _reminders = store.Table<ReminderRow>();
    private readonly RowSearch<AppointmentRow> _byBooking = store.Table<AppointmentRow>().Search([nameof(AppointmentRow.BookingId)]);

    public void Note(AppendingEvent appending)
    {
        var content = appending.Content;
        if (content.Booking is not { } booking || (content.Type != EventTypes.ReminderSent && content.Type != EventTypes.ReminderFailed))
        {
            return;
        }

        var known = _byBooking.List(booking.Id);
        if ((known.Find(row => row.Bot == appending.Draft.Bot) ?? known.FirstOrDefault()) is { } appointment)
        {
            _reminders.Upsert(Row(appending, appointment, content.Type == EventTypes.ReminderSent));
        }
    }

    private static ReminderRow Row(AppendingEvent appending, AppointmentRow appointment, bool isSent)
    {
        var rule = appending.Content.DataText("rule") is { Length: > 0 and <= LongestRule } named ? named : appending.EffectiveAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new ReminderRow
        {
            AppointmentKey = appointment.Key, Version = appending.Content.Booking!.Start?.ToUnixTimeSeconds() ?? appointment.Version, Rule = Prefix + rule,
            State = isSent ? ReminderStates.Sent : ReminderStates.Failed, DueAt = appending.EffectiveAt, NextAt = appending.EffectiveAt, SentAt = isSent ? appending.EffectiveAt : null,
            Channel = appending.Channel, MessageId = appending.Content.ExternalId ?? appending.Content.Id, Asks = true,
        };
    }
}
