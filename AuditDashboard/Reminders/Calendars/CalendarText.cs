namespace AuditDashboard.Reminders.Calendars;

/// <summary>Words of the page of calendars.</summary>
internal sealed class CalendarText;
