using AuditDashboard.Events;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.WriteBack;

/// <summary>Notes what a booking system must be told, in the transaction that stores it; what it told us itself it knows.</summary>
internal sealed class AttendanceBook(WriteConnection store)
{
    private readonly RowTable<AttendanceRow> _outbox = store.Table<AttendanceRow>();

    public void Note(AppendingEvent appending, AppointmentRow appointment)
    {
        if (appointment is not { SourceEndpoint: { } endpoint, IsSilent: false } || appending.Draft.Endpoint == endpoint || WordFor(appending.Content.Type, appointment) is not { } attendance)
        {
            return;
        }

        _outbox.Upsert(new AttendanceRow
        {
            EndpointId = endpoint, BookingId = appointment.BookingId, Attendance = attendance, Seq = appending.Seq, State = "waiting", NextAt = appending.RecordedAt,
        });
    }

    /// <summary>Only what holds: a client's word that staff has overruled is not passed on.</summary>
    private static string? WordFor(string type, AppointmentRow appointment) =>
        type == EventTypes.BookingConfirmed && appointment is { Plan: "confirmed", Fact: null } ? "confirmed"
        : type == EventTypes.BookingAttended && appointment.Fact == "attended" ? "attended"
        : type == EventTypes.BookingNoShow && appointment.Fact == "no_show" ? "no_show"
        : null;
}
