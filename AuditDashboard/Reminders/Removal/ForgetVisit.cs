using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Removal;

/// <summary>Takes the client out of one visit, of what was said about it and of what was sent; nobody can be reminded of it any more.</summary>
internal sealed class ForgetVisit(WriteConnection store)
{
    private readonly RowTable<AppointmentRow> _appointments = store.Table<AppointmentRow>();
    private readonly RowSearch<AppointmentRow> _byKey = store.Table<AppointmentRow>().Search([nameof(AppointmentRow.Key)]);
    private readonly RowTable<AppointmentDeedRow> _deeds = store.Table<AppointmentDeedRow>();
    private readonly RowSearch<AppointmentDeedRow> _deedsOf = store.Table<AppointmentDeedRow>().Search([nameof(AppointmentDeedRow.BookingId)]);
    private readonly RowTable<ReminderRow> _reminders = store.Table<ReminderRow>();
    private readonly RowSearch<ReminderRow> _remindersOf = store.Table<ReminderRow>().Search([nameof(ReminderRow.AppointmentKey)]);

    public void Run(AppointmentRow found)
    {
        // It may have moved since it was found.
        if (_byKey.First(found.Key) is not { } row)
        {
            return;
        }

        foreach (var deed in _deedsOf.List(row.BookingId).Where(deed => deed.Bot == row.Bot || deed.ClientAddress == row.ClientAddress))
        {
            (deed.ClientAddress, deed.ClientName) = (null, null);
            _deeds.Upsert(deed);
        }

        (row.ClientAddress, row.ClientName) = (null, null);
        _appointments.Upsert(row);
        foreach (var reminder in _remindersOf.List(row.Key))
        {
            (reminder.Address, reminder.Text) = (null, null);
            reminder.State = reminder.State == ReminderStates.Planned ? ReminderStates.Void : reminder.State;
            _reminders.Upsert(reminder);
        }
    }
}
