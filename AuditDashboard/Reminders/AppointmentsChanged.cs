namespace AuditDashboard.Reminders;

/// <summary>News: bookings, their reminders or what waits for staff have changed.</summary>
public sealed record AppointmentsChanged;
