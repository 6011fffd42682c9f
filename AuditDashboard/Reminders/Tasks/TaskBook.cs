using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Tasks;

/// <summary>Hands something over to people, in the transaction that found it out. The same matter is handed over once.</summary>
internal sealed class TaskBook(WriteConnection store)
{
    private readonly RowTable<StaffTaskRow> _tasks = store.Table<StaffTaskRow>();
    private readonly RowSearch<StaffTaskRow> _byId = store.Table<StaffTaskRow>().Search([nameof(StaffTaskRow.Id)]);

    /// <param name="kind">call | move | check</param>
    public void HandOver(string kind, string reason, AppointmentRow appointment, DateTimeOffset now)
    {
        var id = $"{kind}:{appointment.Key}:{appointment.Version}";
        if (_byId.First(id) is null)
        {
            _tasks.Insert(new StaffTaskRow
            {
                Id = id, Kind = kind, Reason = reason, AppointmentKey = appointment.Key, Version = appointment.Version, ClientId = appointment.ClientId, Branch = appointment.Branch,
                CreatedAt = now, Until = appointment.StartAt,
            });
        }
    }
}
